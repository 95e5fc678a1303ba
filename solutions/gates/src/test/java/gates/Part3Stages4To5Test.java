package gates;

class Part3Stages4To5Test extends ChapterPromises {

    Part3Stages4To5Test() {
        super("part3", 4, 5);
    }
}
