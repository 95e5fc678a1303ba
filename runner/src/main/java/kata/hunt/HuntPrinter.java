package kata.hunt;

import kata.files.SourceDiff;
import kata.hunt.HuntScore.MistakeStanding;
import kata.hunt.HuntScore.TestStanding;
import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.terminal.Terminal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Prints what a hunt is about, and what it has come to. */
public record HuntPrinter(Terminal terminal, HuntFolder folder) {

    /** The comments that mark the tasks, which not every wrong solution has. */
    private static final Pattern FENCE =
            Pattern.compile("(?m)^[ \\t]*// (Task \\d+:.*|End of task \\d+\\.)\\R");

    private static final int CATCHERS = 2;
    private static final double MILLISECONDS = 1000;

    /** Prints where to read and where to write. */
    void printHead(List<Mistake> mistakes) {
        Stage stage = folder.stage();
        long hidden = mistakes.stream().filter(mistake -> !mistake.isOfRule()).count();
        terminal.line("%s  Hunt: %d hidden mistakes", stage.path(), hidden);
        terminal.line("  read   %s", below(folder.lesson()));
        folder.tests().forEach(test -> terminal.line("  write  %s", test.shownAs()));
        terminal.gap();
    }

    /** Prints which tests count, which mistakes are caught, and how many that are. */
    void print(HuntScore score, Duration time) {
        terminal.line("Your tests");
        score.tests().forEach(this::print);
        terminal.gap();
        if (!score.isPlayable()) {
            terminal.line("No test counts yet, so nothing was hunted.");
            return;
        }
        Arrays.stream(Difficulty.values()).forEach(difficulty -> print(difficulty, score));
        terminal.line("%s in %s s", told(score), "%.1f".formatted(time.toMillis() / MILLISECONDS));
    }

    /** Prints the code of a mistake, as it differs from the reference. */
    void printCode(Mistake mistake) {
        terminal.line("%d  %s", mistake.number(), mistake.wrong().title());
        terminal.line("   lines with - are the reference's, lines with + have the mistake");
        difference(mistake).stream().map(terminal.marks()::diff).forEach(terminal.out()::println);
        terminal.gap();
    }

    private List<String> difference(Mistake mistake) {
        Stage stage = folder.stage();
        List<SourceFile> wrong = mistake.wrong().sources();
        Set<String> paths = SourceFile.byPath(wrong.stream()).keySet();
        return SourceDiff.between(
                SourceFile.in(stage.root(), stage.solutionSources()).stream()
                        .filter(file -> paths.contains(file.path()))
                        .map(HuntPrinter::withoutFences)
                        .toList(),
                wrong.stream().map(HuntPrinter::withoutFences).toList());
    }

    private static SourceFile withoutFences(SourceFile file) {
        return file.as(file.shownAs(), FENCE.matcher(file.text()).replaceAll(""));
    }

    private void print(TestStanding test) {
        String mark = test.counts() ? terminal.marks().good() : terminal.marks().bad();
        terminal.line("  %s %s", mark, test.sentence());
        test.objection()
                .ifPresent(why -> {
                    terminal.line("    does not count, as it fails on what is right");
                    terminal.line("    %s", why);
                });
    }

    private void print(Difficulty difficulty, HuntScore score) {
        List<MistakeStanding> mistakes =
                score.mistakes().stream()
                        .filter(standing -> standing.mistake().difficulty() == difficulty)
                        .toList();
        if (!mistakes.isEmpty()) {
            terminal.line("%s", difficulty.title());
            mistakes.forEach(this::print);
            terminal.gap();
        }
    }

    private void print(MistakeStanding standing) {
        terminal.line(
                "  %s %2d  %s",
                standing.isCaught() ? terminal.marks().good() : terminal.marks().toCome(),
                standing.mistake().number(),
                standing.mistake().wrong().title());
        standing.catchers().stream()
                .limit(CATCHERS)
                .forEach(test -> terminal.line("        caught by: %s", test));
        standing.remark().ifPresent(remark -> terminal.line("        not caught: %s", remark));
    }

    private static String told(HuntScore score) {
        long caught = score.caught().stream().filter(mistake -> !mistake.isOfRule()).count();
        long all = score.mistakes().stream().filter(one -> !one.mistake().isOfRule()).count();
        long rules = score.caught().size() - caught;
        return "Caught %d of %d%s"
                .formatted(caught, all, rules == 0 ? "" : ", and %d by a rule".formatted(rules));
    }

    /** Prints how to go on. */
    void printKeys(boolean anyCaught) {
        terminal.line(
                !anyCaught
                        ? "Save to hunt again; q and Enter to quit."
                        : "Save to hunt again; a number and Enter to see the code of a mistake that"
                                + " is caught; q and Enter to quit.");
    }

    private String below(Path file) {
        return SourceFile.slashes(folder.stage().root().relativize(file));
    }
}
