package gates;

class Part2Test extends ChapterPromises {

    Part2Test() {
        super("part2");
    }
}
