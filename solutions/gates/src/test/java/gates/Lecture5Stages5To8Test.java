package gates;

class Lecture5Stages5To8Test extends ChapterPromises {

    Lecture5Stages5To8Test() {
        super("lecture5", 5, 8);
    }
}
