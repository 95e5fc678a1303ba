package gates;

class Part2Stages5To9Test extends ChapterPromises {

    Part2Stages5To9Test() {
        super("part2", 5, 9);
    }
}
