package gates;

class Part2Stages5To7Test extends ChapterPromises {

    Part2Stages5To7Test() {
        super("part2", 5, 7);
    }
}
