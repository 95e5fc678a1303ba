package gates;

class Lecture5Test extends ChapterPromises {

    Lecture5Test() {
        super("lecture5");
    }
}
