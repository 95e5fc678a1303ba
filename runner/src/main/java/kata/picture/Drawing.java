package kata.picture;

import java.util.List;

/** What has been drawn, and can be written as SVG. */
public final class Drawing {

    /** How wide a picture may be, in pixels: as wide as a lesson's text. */
    public static final double WIDEST = 800;

    private final String title;
    private final String words;
    private final Size size;
    private final List<Mark> marks;

    Drawing(String title, String words, Size size, List<Mark> marks) {
        this.title = title;
        this.words = words;
        this.size = size;
        this.marks = List.copyOf(marks);
    }

    /** Returns all that can be seen. */
    public Area area() {
        return new Area(0, 0, size.width(), size.height());
    }

    /** Tells whether it is no wider than a page. */
    public boolean fits() {
        return size.width() <= WIDEST;
    }

    /** Returns what it consists of, from bottom to top. */
    public List<Mark> marks() {
        return marks;
    }

    /** Returns what it shows, in words. */
    public String inWords() {
        return words;
    }

    /**
     * Returns it as an {@code svg} element. It takes its colour from the text around it, and names
     * nothing, so that many of them can stand on one page.
     */
    public String svg() {
        return new SvgWriter(title, words, area()).write(marks);
    }
}
