package kata.picture;

/** How a line is drawn. */
public enum Stroke {
    SOLID,
    THICK,
    DASHED,

    /** What is there all the time, such as a lifeline. */
    FAINT
}
