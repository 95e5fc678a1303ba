package gates;

class Part3Test extends ChapterPromises {

    Part3Test() {
        super("part3");
    }
}
