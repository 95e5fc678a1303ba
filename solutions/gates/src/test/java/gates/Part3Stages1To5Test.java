package gates;

class Part3Stages1To5Test extends ChapterPromises {

    Part3Stages1To5Test() {
        super("part3", 1, 5);
    }
}
