package kata.files;

import kata.stage.OriginalTests;
import kata.stage.SourceFile;
import kata.stage.Stage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a stage's tests said before they were edited or deleted, as far as git still has it.
 *
 * @param lost a sentence for each test that git does not have
 */
public record RestoredTests(List<SourceFile> files, List<String> lost) {

    /** Asks git for each test that the stage lacks or has edited; blocks for that. */
    public static RestoredTests of(Stage stage) {
        var restored = new RestoredTests(new ArrayList<>(), new ArrayList<>());
        OriginalTests.of(stage)
                .changed()
                .forEach((path, name) -> {
                    String shownAs = "%s/src/test/java/%s".formatted(stage.path(), path);
                    ask(stage, name)
                            .ifPresentOrElse(
                                    text -> restored.files.add(new SourceFile(shownAs, path, text)),
                                    () -> restored.lost.add(sentence(shownAs)));
                });
        return restored;
    }

    private static String sentence(String shownAs) {
        return "%s cannot be restored, as git is missing or does not have it: take it from a fresh"
                        .formatted(shownAs)
                + " copy of the kata.";
    }

    /** Git finds a text by its name in all of the history, whatever was committed since. */
    private static Optional<String> ask(Stage stage, String name) {
        try {
            Process git =
                    new ProcessBuilder("git", "cat-file", "blob", name)
                            .directory(stage.root().toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            git.getOutputStream().close();
            String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.onExit().join().exitValue() == 0 ? Optional.of(text) : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        }
    }
}
