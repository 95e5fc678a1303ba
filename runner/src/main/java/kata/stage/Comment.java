package kata.stage;

import java.util.List;
import java.util.regex.Pattern;

/** A comment of a Java file, by where it begins and where it has ended in the text. */
public record Comment(int start, int end) {

    /** Literals are tokens too, so that what looks like a comment inside one is none. */
    private static final Pattern TOKEN =
            Pattern.compile(
                    """
                    \"""[^"\\\\]*+(?:(?:\\\\.|"(?!""))[^"\\\\]*+)*+\"""\
                    |"(?:[^"\\\\\\r\\n]|\\\\.)*+"\
                    |'(?:[^'\\\\\\r\\n]|\\\\.)*+'\
                    |(?<comment>//[^\\r\\n]*+|/\\*.*?\\*/)\
                    """,
                    Pattern.DOTALL);

    /** Returns a file's comments from top to bottom. */
    public static List<Comment> in(String text) {
        return TOKEN.matcher(text)
                .results()
                .filter(token -> token.group("comment") != null)
                .map(token -> new Comment(token.start(), token.end()))
                .toList();
    }
}
