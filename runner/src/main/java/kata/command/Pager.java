package kata.command;

import kata.terminal.CommandWords;
import kata.terminal.Foreground;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What shows a file on the terminal, page by page. */
public record Pager(List<String> command) {

    /** Returns the one that {@code PAGER} names, or else the system's usual one. */
    public static Pager of(String system, Map<String, String> environment) {
        String usual = system.startsWith("Windows") ? "more" : "less";
        String named = environment.getOrDefault("PAGER", "").strip();
        return new Pager(CommandWords.of(named.isEmpty() ? usual : named));
    }

    /** Shows a file, and tells whether that worked; blocks until the person has left the pager. */
    public boolean show(Path file, Foreground terminal) {
        List<String> words = new ArrayList<>(command);
        words.add(file.toString());
        try {
            return terminal.run(new ProcessBuilder(words)) == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
