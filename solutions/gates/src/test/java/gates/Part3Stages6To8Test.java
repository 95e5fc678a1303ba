package gates;

class Part3Stages6To8Test extends ChapterPromises {

    Part3Stages6To8Test() {
        super("part3", 6, 8);
    }
}
