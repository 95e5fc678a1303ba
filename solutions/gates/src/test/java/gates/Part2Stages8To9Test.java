package gates;

class Part2Stages8To9Test extends ChapterPromises {

    Part2Stages8To9Test() {
        super("part2", 8, 9);
    }
}
