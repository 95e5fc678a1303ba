package kata.page;

import kata.lesson.LessonHtml;
import kata.stage.Kata;

import web.Answer;
import web.Form;
import web.Refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Answers with a file that a lesson links to: code as it stands, text as it is read. Only sources
 * and texts of the kata are shown.
 */
record FileAnswer(Kata kata) implements Answer {

    private static final long MOST_BYTES = 500_000;
    private static final Pattern NAME =
            Pattern.compile(
                    "(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-]+\\.(?:java|md|yaml|exs?)");

    @Override
    public Object to(Form form) {
        String path = form.text("path");
        if (!NAME.matcher(path).matches()) {
            throw notShown();
        }
        try {
            Path file = kata.root().resolve(path);
            boolean isOurs =
                    file.toRealPath().startsWith(kata.root().toRealPath())
                            && Files.size(file) <= MOST_BYTES;
            if (isOurs) {
                return content(file);
            }
        } catch (IOException notThere) {
            // As for a file that is not shown.
        }
        throw notShown();
    }

    private Object content(Path file) throws IOException {
        String text = Files.readString(file);
        return file.toString().endsWith(".md")
                ? Map.of("html", LessonHtml.of(kata, file.getParent(), text).html())
                : Map.of("text", text);
    }

    private static Refusal notShown() {
        return new Refusal(Refusal.NOT_FOUND, "this file cannot be shown here");
    }
}
