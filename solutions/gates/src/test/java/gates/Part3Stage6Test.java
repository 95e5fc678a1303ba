package gates;

class Part3Stage6Test extends ChapterPromises {

    Part3Stage6Test() {
        super("part3", 6, 6);
    }
}
