package gates;

class Lecture5Stages1To4Test extends ChapterPromises {

    Lecture5Stages1To4Test() {
        super("lecture5", 1, 4);
    }
}
