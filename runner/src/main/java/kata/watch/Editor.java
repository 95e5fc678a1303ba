package kata.watch;

import kata.terminal.CommandWords;
import kata.terminal.Foreground;
import kata.terminal.Terminal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The learner's editor: what {@code VISUAL} or {@code EDITOR} names, else Visual Studio Code or
 * IntelliJ IDEA if it is on the path.
 */
record Editor(Map<String, String> environment) {

    private static final List<String> KNOWN = List.of("code", "idea");

    /** Editors that are given the file and the line in one word. */
    private static final List<String> COLON = List.of("subl", "zed", "hx");

    static Editor ofSystem() {
        return new Editor(System.getenv());
    }

    /**
     * Opens a place, and blocks until the editor has given the terminal back; one with a window of
     * its own does so at once.
     *
     * @param line the line, from 1
     * @param terminal where it says why it could not be done
     */
    void open(Path file, int line, Terminal terminal) {
        Optional<List<String>> command = command(file.toString(), line);
        Optional<Foreground> foreground = terminal.foreground();
        if (command.isEmpty()) {
            terminal.line(
                    "No editor is known: set EDITOR, for example `export EDITOR=nano`, and start"
                            + " ./kata again.");
        } else if (foreground.isEmpty()) {
            terminal.line("Here is no terminal for an editor: open %s:%d.", file, line);
        } else {
            run(command.get(), foreground.get(), terminal);
        }
    }

    private static void run(List<String> command, Foreground foreground, Terminal terminal) {
        try {
            int code = foreground.run(new ProcessBuilder(command));
            if (code != 0) {
                terminal.line("%s has ended with exit code %d.", command.getFirst(), code);
            }
        } catch (IOException failure) {
            terminal.line("The editor could not be started: %s", failure.getMessage());
        }
    }

    /** Returns the command that opens a place; nothing if no editor is known. */
    Optional<List<String>> command(String file, int line) {
        return Stream.of("VISUAL", "EDITOR")
                .map(name -> environment.getOrDefault(name, "").strip())
                .filter(named -> !named.isEmpty())
                .findFirst()
                .or(() -> KNOWN.stream().filter(this::isOnPath).findFirst())
                .map(editor -> at(file, line, CommandWords.of(editor)));
    }

    private static List<String> at(String file, int line, List<String> editor) {
        String name = Path.of(editor.getFirst()).getFileName().toString();
        List<String> words = new ArrayList<>(editor);
        if (name.startsWith("code") || name.equals("cursor")) {
            words.addAll(List.of("--goto", file + ":" + line));
        } else if (name.startsWith("idea")) {
            words.addAll(List.of("--line", String.valueOf(line), file));
        } else if (COLON.contains(name)) {
            words.add(file + ":" + line);
        } else {
            words.addAll(List.of("+" + line, file));
        }
        return words;
    }

    private boolean isOnPath(String name) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }
}
