package kata.shell;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a shell imports before its first prompt, so that sessions need no import lines.
 *
 * @param names the imports, without {@code import} and semicolon
 */
record ShellImports(List<String> names) {

    private static final List<String> OF_THE_JDK =
            List.of(
                    "java.time.*",
                    "java.util.*",
                    "java.util.concurrent.*",
                    "java.util.function.*",
                    "java.util.stream.*");

    private static final Path PROCESSES = Path.of("otp", "Processes.class");

    /** Returns the imports of every package in folders of classes. */
    static ShellImports of(List<Path> classFolders) {
        Stream<String> processes =
                classFolders.stream().anyMatch(folder -> Files.exists(folder.resolve(PROCESSES)))
                        ? Stream.of("static otp.Processes.*")
                        : Stream.empty();
        Stream<String> packages =
                classFolders.stream()
                        .flatMap(ShellImports::packages)
                        .map(name -> name + ".*")
                        .distinct()
                        .sorted();
        return new ShellImports(
                Stream.of(OF_THE_JDK.stream(), packages, processes)
                        .flatMap(imports -> imports)
                        .toList());
    }

    String asCode() {
        return names.stream().map("import %s;%n"::formatted).collect(Collectors.joining());
    }

    private static Stream<String> packages(Path classFolder) {
        try (Stream<Path> files = Files.walk(classFolder)) {
            return files
                    .filter(ShellImports::isClass)
                    .map(file -> classFolder.relativize(file.getParent()))
                    .map(folder -> folder.toString().replace(File.separatorChar, '.'))
                    .filter(name -> !name.isEmpty())
                    .toList()
                    .stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isClass(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".class") && !name.endsWith("-info.class");
    }
}
