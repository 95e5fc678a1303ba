package gates;

class Part2Stages1To4Test extends ChapterPromises {

    Part2Stages1To4Test() {
        super("part2", 1, 4);
    }
}
