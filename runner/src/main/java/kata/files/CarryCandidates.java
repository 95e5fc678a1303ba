package kata.files;

import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.starter.Derivation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a learner may take from one stage into the next: files of their own that the step does not
 * change, and files that they have added.
 */
public final class CarryCandidates {

    private final Stage from;
    private final Stage next;
    private final SourceFolder there;
    private final Map<String, SourceFile> starter;
    private final Set<String> reference;

    /**
     * Looks at both stages.
     *
     * @throws kata.stage.KataException if a file cannot be read
     */
    public CarryCandidates(Stage from, Stage next) {
        this.from = from;
        this.next = next;
        this.there = new SourceFolder(next.starterSources());
        this.starter = byPath(Derivation.of(next).starter());
        this.reference = byPath(Derivation.of(from).plain()).keySet();
    }

    /**
     * Returns the files that may come along, but for those that the next stage has already, word
     * for word.
     */
    public List<SourceFile> files() {
        return own().filter(this::mayCome).filter(file -> !there.holds(file)).toList();
    }

    /** Tells whether the learner has written something else in a file's place already. */
    public boolean isTaken(SourceFile file) {
        SourceFile begun = starter.get(file.path());
        return begun == null ? there.has(file) : !there.holds(begun);
    }

    /** Returns the paths of the learner's files that the step changes. */
    public List<String> changedByTheStep() {
        return own().map(SourceFile::path).filter(next.changes()::contains).toList();
    }

    private boolean mayCome(SourceFile file) {
        boolean isAdded = !reference.contains(file.path());
        return !next.changes().contains(file.path())
                && (isAdded || starter.containsKey(file.path()));
    }

    private Stream<SourceFile> own() {
        return SourceFile.in(from.root(), from.starterSources()).stream();
    }

    private static Map<String, SourceFile> byPath(List<SourceFile> files) {
        return files.stream().collect(Collectors.toMap(SourceFile::path, Function.identity()));
    }
}
