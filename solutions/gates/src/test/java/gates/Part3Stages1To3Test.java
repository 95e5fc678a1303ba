package gates;

class Part3Stages1To3Test extends ChapterPromises {

    Part3Stages1To3Test() {
        super("part3", 1, 3);
    }
}
