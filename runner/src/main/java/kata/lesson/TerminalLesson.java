package kata.lesson;

import kata.stage.Stage;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A lesson as it is read on a terminal, where nothing can be folded. */
public final class TerminalLesson {

    private static final Pattern FOLDED =
            Pattern.compile(
                    "<details><summary>(.*?)</summary>\\n(.*?)\\n</details>\\n", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("[ \\t]*<!--.*?-->\\n?", Pattern.DOTALL);

    private TerminalLesson() {}

    /**
     * Writes a stage's lesson for a pager below {@code .kata/lesson}, and returns where it is.
     *
     * @throws kata.stage.KataException if it cannot be read or written
     */
    public static Path write(Stage stage) {
        return LessonPage.write(stage, ".md", of(LessonPage.markdown(stage)));
    }

    /** Returns a lesson whose answers stand at its end, and whose comments are left out. */
    public static String of(String markdown) {
        var answers = new StringBuilder();
        var lesson = new StringBuilder();
        Matcher folded = FOLDED.matcher(markdown);
        int count = 0;
        while (folded.find()) {
            count++;
            folded.appendReplacement(lesson, "(Answer %d is at the end.)%n".formatted(count));
            answers.append("%nAnswer %d%n%s%n".formatted(count, folded.group(2).stripTrailing()));
        }
        folded.appendTail(lesson);
        String title = count == 0 ? "" : "%n## Answers%n".formatted();
        return COMMENT.matcher(lesson + title + answers)
                .replaceAll(comment -> comment.group().endsWith("\n") ? "\n" : "");
    }
}
