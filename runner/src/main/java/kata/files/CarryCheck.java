package kata.files;

import kata.compile.Compilation;
import kata.compile.CompileError;
import kata.compile.StageCode;
import kata.stage.KataException;
import kata.stage.SourceFile;
import kata.stage.Stage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out which of somebody's own files fit into a stage: it must compile with them. */
public final class CarryCheck {

    private final Stage stage;
    private final List<SourceFile> present;
    private final List<SourceFile> fitting;
    private final Map<SourceFile, CompileError> unfit = new LinkedHashMap<>();

    private CarryCheck(Stage stage, List<SourceFile> present, List<SourceFile> own) {
        this.stage = stage;
        this.present = present;
        this.fitting = new ArrayList<>(own);
    }

    /**
     * Tries files of one's own in the place of those that the stage has. Blocks for a compilation,
     * and for a few more if not all of them fit.
     *
     * @throws KataException if the stage does not even compile without them
     */
    public static CarryCheck of(Stage stage, List<SourceFile> own) {
        var fit = new CarryCheck(stage, SourceFile.in(stage.root(), stage.starterSources()), own);
        if (!fit.errorsWith(List.of()).isEmpty()) {
            throw new KataException(
                    """
                    %s does not compile as it is: see why with `./kata run %<s`, \
                    or begin it anew with `./kata reset %<s`.\
                    """
                            .formatted(stage.path()));
        }
        fit.leaveOutUnfit();
        return fit;
    }

    /** Returns the files that the stage compiles with. */
    public List<SourceFile> fitting() {
        return List.copyOf(fitting);
    }

    /** Returns the other files, each with an error that there would be with it. */
    public Map<SourceFile, CompileError> unfit() {
        return unfit;
    }

    // Ends, as every round leaves out a file, and without any of them there are no errors.
    private void leaveOutUnfit() {
        List<CompileError> errors = errorsWith(fitting);
        while (!errors.isEmpty()) {
            List<CompileError> found = errors;
            List<SourceFile> wrong =
                    fitting.stream().filter(file -> errorOf(file, found).isPresent()).toList();
            for (SourceFile file : wrong.isEmpty() ? List.of(culprit()) : wrong) {
                unfit.put(file, errorOf(file, errors).orElse(errors.getFirst()));
                fitting.remove(file);
            }
            errors = errorsWith(fitting);
        }
    }

    private static Optional<CompileError> errorOf(SourceFile file, List<CompileError> errors) {
        return errors.stream().filter(error -> error.file().equals(file.shownAs())).findFirst();
    }

    /** The errors are in files that are there: the file without which there are fewest. */
    private SourceFile culprit() {
        return fitting.stream()
                .min(Comparator.comparingInt(file -> errorsWith(without(file)).size()))
                .orElseThrow();
    }

    private List<SourceFile> without(SourceFile file) {
        return fitting.stream().filter(other -> other != file).toList();
    }

    private List<CompileError> errorsWith(List<SourceFile> own) {
        Map<String, SourceFile> files = new LinkedHashMap<>();
        present.forEach(file -> files.put(file.path(), file));
        own.forEach(file -> files.put(file.path(), file));
        var code = StageCode.derived(stage, "carry", List.copyOf(files.values()));
        return Compilation.of(code).errors();
    }
}
