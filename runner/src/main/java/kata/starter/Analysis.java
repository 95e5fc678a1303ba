package kata.starter;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;

import kata.model.KataException;
import kata.model.SourceFile;
import kata.run.Javac;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;

/** Has the compiler resolve every name of a solution. */
final class Analysis {

    private Analysis() {}

    /**
     * Returns what uses what in each file.
     *
     * @throws KataException if the solution does not compile
     */
    static Map<SourceFile, UseGraph> of(Map<SourceFile, List<Fence>> files, List<Path> classPath) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (Javac javac = Javac.open()) {
            List<SourceFile> sources = List.copyOf(files.keySet());
            JavacTask task = javac.task(sources, classPath, List.of(), diagnostics);
            DocTrees trees = DocTrees.instance(task);
            Iterable<? extends CompilationUnitTree> units = analyzed(task);
            refuseErrors(diagnostics);
            return graphs(files, trees, units);
        }
    }

    private static Map<SourceFile, UseGraph> graphs(
            Map<SourceFile, List<Fence>> files,
            DocTrees trees,
            Iterable<? extends CompilationUnitTree> units) {
        Map<String, SourceFile> byName =
                files.keySet().stream()
                        .collect(Collectors.toMap(SourceFile::shownAs, Function.identity()));
        Map<SourceFile, UseGraph> graphs = new HashMap<>();
        for (CompilationUnitTree unit : units) {
            SourceFile file = byName.get(unit.getSourceFile().getName());
            Helpers helpers = HelperFinder.find(trees, unit, file, files.get(file));
            graphs.put(file, UseFinder.find(trees, unit, helpers, files.get(file)));
        }
        return graphs;
    }

    private static Iterable<? extends CompilationUnitTree> analyzed(JavacTask task) {
        try {
            Iterable<? extends CompilationUnitTree> units = task.parse();
            task.analyze();
            return units;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void refuseErrors(DiagnosticCollector<JavaFileObject> diagnostics) {
        diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .findFirst()
                .ifPresent(Analysis::refuse);
    }

    private static void refuse(Diagnostic<? extends JavaFileObject> error) {
        String place =
                error.getSource() == null
                        ? "The solution"
                        : "%s, line %d"
                                .formatted(error.getSource().getName(), error.getLineNumber());
        throw new KataException(
                "%s: the solution does not compile (%s); mend it, the starter is derived from it."
                        .formatted(
                                place,
                                error.getMessage(Locale.ROOT).lines().findFirst().orElse("")));
    }
}
