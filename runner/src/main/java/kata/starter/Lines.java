package kata.starter;

/** Finds the lines of a text by position; line ends may be those of any system. */
final class Lines {

    private final String text;

    Lines(String text) {
        this.text = text;
    }

    /** Returns where the line of this position begins. */
    int start(int position) {
        return text.lastIndexOf('\n', position - 1) + 1;
    }

    /** Returns where the line after this position's begins, or the end of the text. */
    int next(int position) {
        int lineFeed = text.indexOf('\n', position);
        return lineFeed < 0 ? text.length() : lineFeed + 1;
    }

    /** Returns the line of this position, with its line end. */
    String at(int position) {
        return text.substring(start(position), next(position));
    }

    /** Tells whether nothing but blanks stands before this position on its line. */
    boolean beginsAt(int position) {
        return text.substring(start(position), position).isBlank();
    }

    /** Returns the number of this position's line, from 1. */
    int number(int position) {
        return 1 + (int) text.substring(0, position).chars().filter(c -> c == '\n').count();
    }

    /** Returns what ends the line of this position. */
    String ending(int position) {
        return at(position).endsWith("\r\n") ? "\r\n" : "\n";
    }
}
