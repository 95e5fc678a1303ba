package kata.files;

import kata.compile.Compilation;
import kata.compile.CompileError;
import kata.compile.StageCode;
import kata.stage.KataException;
import kata.stage.OpenTask;
import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.starter.Derivation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which of a learner's own files of one stage can take their place in the next: those that the step
 * does not change, and those that the learner has added, as long as the next stage compiles with
 * them.
 */
public final class CarryPlan {

    private final Stage next;
    private final List<SourceFile> own;
    private final List<SourceFile> present;
    private final Map<String, SourceFile> starter;
    private final Set<String> reference;
    private final List<SourceFile> files = new ArrayList<>();
    private final Map<String, String> leftOut = new LinkedHashMap<>();

    private CarryPlan(Stage from, Stage next) {
        this.next = next;
        this.own = SourceFile.in(from.root(), from.starterSources());
        this.present = SourceFile.in(next.root(), next.starterSources());
        this.starter = SourceFile.byPath(Derivation.of(next).starter().stream());
        this.reference = SourceFile.byPath(Derivation.of(from).plain().stream()).keySet();
    }

    /**
     * Looks at both stages. Blocks for two compilations, and for a few more if not all of the files
     * fit.
     *
     * @param force whether to replace files that the learner has changed in the next stage
     * @throws KataException if a file cannot be read, or the next stage does not compile as it is
     */
    public static CarryPlan of(Stage from, Stage next, boolean force) {
        var plan = new CarryPlan(from, next);
        plan.own.stream()
                .map(SourceFile::path)
                .filter(next.changes()::contains)
                .forEach(path -> plan.leftOut.put(path, "this step goes on from the reference's"));
        plan.own.stream().filter(plan::mayCome).forEach(file -> plan.add(file, force));
        if (!plan.files.isEmpty()) {
            plan.requireThatItCompiles();
            plan.leaveOutWhatDoesNotCompile();
        }
        return plan;
    }

    /** Returns the files that can be written into the next stage. */
    public List<SourceFile> files() {
        return List.copyOf(files);
    }

    /** Returns why others were left out, by their paths; further lines are a compiler's. */
    public Map<String, String> leftOut() {
        return leftOut;
    }

    private boolean mayCome(SourceFile file) {
        boolean isAdded = !reference.contains(file.path());
        return !next.changes().contains(file.path())
                && (isAdded || starter.containsKey(file.path()))
                && !new SourceFolder(next.starterSources()).holds(file);
    }

    private void add(SourceFile file, boolean force) {
        if (OpenTask.in(file).findAny().isPresent()) {
            leftOut.put(file.path(), "a task is open in it");
        } else if (isTaken(file) && !force) {
            leftOut.put(
                    file.path(),
                    "you have changed it in %s already; --force replaces it"
                            .formatted(next.path()));
        } else {
            files.add(file);
        }
    }

    /** Tells whether the learner has written something else in the file's place already. */
    private boolean isTaken(SourceFile file) {
        var there = new SourceFolder(next.starterSources());
        SourceFile begun = starter.get(file.path());
        return begun == null ? there.has(file) : !there.holds(begun);
    }

    private void requireThatItCompiles() {
        if (!errorsWith(List.of()).isEmpty()) {
            throw new KataException(
                    """
                    %s does not compile as it is: see why with `./kata run %<s`, \
                    or start it again with `./kata reset %<s`.\
                    """
                            .formatted(next.path()));
        }
    }

    /** Where the errors are only in files that are there, none of the others can come. */
    private void leaveOutWhatDoesNotCompile() {
        List<CompileError> errors = errorsWith(files);
        while (!errors.isEmpty()) {
            Set<String> refused =
                    errors.stream().map(CompileError::file).collect(Collectors.toSet());
            List<SourceFile> wrong =
                    files.stream().filter(file -> refused.contains(file.shownAs())).toList();
            for (SourceFile file : wrong.isEmpty() ? List.copyOf(files) : wrong) {
                CompileError first =
                        errors.stream()
                                .filter(error -> error.file().equals(file.shownAs()))
                                .findFirst()
                                .orElse(errors.getFirst());
                leftOut.put(
                        file.path(),
                        "with it, %s would not compile\n%s".formatted(next.path(), first.print()));
                files.remove(file);
            }
            errors = errorsWith(files);
        }
    }

    private List<CompileError> errorsWith(List<SourceFile> carried) {
        Map<String, SourceFile> all =
                SourceFile.byPath(Stream.concat(present.stream(), carried.stream()));
        var code = StageCode.derived(next, "carry", List.copyOf(all.values()));
        return Compilation.of(code).errors();
    }
}
