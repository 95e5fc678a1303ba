package gates;

class Part2Stages1To2Test extends ChapterPromises {

    Part2Stages1To2Test() {
        super("part2", 1, 2);
    }
}
