package gates;

class Part2Stages3To4Test extends ChapterPromises {

    Part2Stages3To4Test() {
        super("part2", 3, 4);
    }
}
