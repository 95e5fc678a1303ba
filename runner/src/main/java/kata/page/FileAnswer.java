package kata.page;

import web.Answer;
import web.Form;
import web.Refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Answers with the text of a file that a lesson links to. Only sources and texts of the kata are
 * shown.
 */
record FileAnswer(Path root) implements Answer {

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
            Path file = root.resolve(path);
            boolean isOurs =
                    file.toRealPath().startsWith(root.toRealPath())
                            && Files.size(file) <= MOST_BYTES;
            if (isOurs) {
                return Map.of("path", path, "text", Files.readString(file));
            }
        } catch (IOException notThere) {
            // As for a file that is not shown.
        }
        throw notShown();
    }

    private static Refusal notShown() {
        return new Refusal(Refusal.NOT_FOUND, "this file cannot be shown here");
    }
}
