package gates;

class Part3Stages7To8Test extends ChapterPromises {

    Part3Stages7To8Test() {
        super("part3", 7, 8);
    }
}
