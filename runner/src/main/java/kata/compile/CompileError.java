package kata.compile;

import kata.stage.PrintableText;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * One thing that keeps a stage's code from compiling.
 *
 * @param file the file's path below the kata's root; empty if the error has no place
 * @param line the line's number, from 1; 0 if the error has no place
 * @param column the character's number in {@code sourceLine}, from 1; 0 if the error has no place
 * @param message what the compiler says, in one or more lines
 * @param sourceLine the line of code, or what stands near the character if the line is long; empty
 *     if the error has no place
 */
public record CompileError(String file, long line, int column, String message, String sourceLine) {

    /** A line may be a megabyte long. */
    private static final int NEAR = 200;

    static CompileError of(Diagnostic<? extends JavaFileObject> diagnostic) {
        String message = PrintableText.of(diagnostic.getMessage(Locale.ROOT));
        if (diagnostic.getSource() == null || diagnostic.getPosition() == Diagnostic.NOPOS) {
            return new CompileError("", 0, 0, message, "");
        }
        String text = textOf(diagnostic.getSource());
        int position = (int) diagnostic.getPosition();
        int lineStart = text.lastIndexOf('\n', position - 1) + 1;
        int from = Math.max(lineStart, position - NEAR);
        String near = text.substring(from, Math.min(text.length(), position + NEAR));
        return new CompileError(
                diagnostic.getSource().getName().substring(1),
                diagnostic.getLineNumber(),
                position - from + 1,
                message,
                PrintableText.of(near.lines().findFirst().orElse("")));
    }

    CompileError withMissingImport(String name) {
        String advice = "  is it %s? Then import it.".formatted(name);
        return new CompileError(file, line, column, message + "\n" + advice, sourceLine);
    }

    /**
     * Returns the error as javac prints it: place and message, the line of code, a caret below it.
     */
    public String print() {
        if (file.isEmpty()) {
            return "error: " + message;
        }
        Stream<String> place =
                Stream.of(
                        "%s:%d: error: %s".formatted(file, line, firstLine()), sourceLine, caret());
        return Stream.concat(place, message.lines().skip(1)).collect(Collectors.joining("\n"));
    }

    /** Returns the first line of what the compiler says, such as {@code cannot find symbol}. */
    public String firstLine() {
        return message.lines().findFirst().orElse("");
    }

    /** Tabs stay, so that the caret stands below its character however wide a tab is. */
    private String caret() {
        int before = Math.min(column - 1, sourceLine.length());
        return sourceLine.substring(0, before).replaceAll("[^\\t]", " ") + "^";
    }

    private static String textOf(JavaFileObject file) {
        try {
            return file.getCharContent(true).toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
