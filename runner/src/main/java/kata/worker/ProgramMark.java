package kata.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the programs are known by that a stage's code has started, whatever they do to be nobody's:
 * each process hands its limits on to those that it starts. Linux has a limit that limits nothing
 * any more, the one on locks of files, and shows those of every process. Elsewhere nothing has the
 * mark.
 *
 * @param number the limit: so large that nobody else sets it
 */
record ProgramMark(long number) {

    private static final long LEAST = 1L << 40;
    private static final Pattern LIMIT = Pattern.compile("(?m)^Max file locks +(\\d+) ");

    /** Shells call this limit by two names. Where it cannot be set, nothing has the mark. */
    private static final String SET =
            "{ ulimit -S -x %1$d || ulimit -S -w %1$d; } 2>/dev/null; exec \"$0\" \"$@\"";

    ProgramMark {
        if (number < LEAST) {
            throw new IllegalArgumentException("others may have the limit " + number);
        }
    }

    /** Returns a mark that nothing has. */
    static ProgramMark another() {
        return new ProgramMark(ThreadLocalRandom.current().nextLong(LEAST, 2 * LEAST));
    }

    /** Has a process that is yet to be started have this mark, and all that it will start. */
    void putOn(ProcessBuilder process) {
        if (System.getProperty("os.name").equals("Linux")) {
            process.command().addAll(0, List.of("sh", "-c", SET.formatted(number)));
        }
    }

    /** Ends all that has the mark, but not this process. */
    void endPrograms() {
        ProcessHandle.allProcesses()
                .filter(this::isOn)
                .filter(program -> !program.equals(ProcessHandle.current()))
                .forEach(ProcessHandle::destroyForcibly);
    }

    private boolean isOn(ProcessHandle program) {
        try {
            Matcher limit =
                    LIMIT.matcher(Files.readString(Path.of("/proc/" + program.pid() + "/limits")));
            return limit.find() && limit.group(1).equals(String.valueOf(number));
        } catch (IOException endedOrOtherSystem) {
            return false;
        }
    }
}
