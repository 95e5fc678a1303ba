package gates;

class Part1Test extends ChapterPromises {

    Part1Test() {
        super("part1", 1, 4);
    }
}
