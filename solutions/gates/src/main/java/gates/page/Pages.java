package gates.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** All Markdown pages of the kata. */
final class Pages extends SimpleFileVisitor<Path> {

    private static final Set<String> NOT_OURS =
            Set.of("target", ".kata", ".git", "node_modules", "fixtures");

    private final List<Path> found = new ArrayList<>();

    private Pages() {}

    /** Returns the pages below a folder, in the alphabet's order. */
    static List<Lesson> below(Path root) {
        var pages = new Pages();
        try {
            Files.walkFileTree(root, pages);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return pages.found.stream().sorted().map(Lesson::read).toList();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return NOT_OURS.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (file.getFileName().toString().endsWith(".md")) {
            found.add(file);
        }
        return FileVisitResult.CONTINUE;
    }
}
