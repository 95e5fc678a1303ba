package kata.picture;

import java.util.List;

/**
 * What has been drawn, and can be written as SVG.
 *
 * @param title what kind of picture it is
 * @param inWords what it shows, in words
 * @param marks what it consists of, from bottom to top
 */
public record Drawing(String title, String inWords, Size size, List<Mark> marks) {

    /** How wide a picture may be, in pixels: as wide as a lesson's text. */
    public static final double WIDEST = 800;

    /** Returns all that can be seen. */
    public Area area() {
        return new Area(0, 0, size.width(), size.height());
    }

    /** Tells whether it is no wider than a page. */
    public boolean fits() {
        return size.width() <= WIDEST;
    }

    /**
     * Returns it as an {@code svg} element. It takes its colour from the text around it, and names
     * nothing, so that many of them can stand on one page.
     */
    public String svg() {
        return new SvgWriter(title, inWords, area()).write(marks);
    }
}
