package kata.compile;

import kata.stage.SourceFile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the import that a file lacks, by the name that the compiler does not know: among the
 * stage's own classes, those of the runtime, and the JDK's usual ones.
 */
record MissingImport(List<SourceFile> sources, Path runtime) {

    private static final Pattern UNKNOWN =
            Pattern.compile("cannot find symbol\\s+symbol: +(?:class|variable) ([A-Z]\\w*)");
    private static final List<String> PACKAGES =
            List.of(
                    "java.util",
                    "java.util.function",
                    "java.util.stream",
                    "java.util.concurrent",
                    "java.util.concurrent.atomic",
                    "java.time",
                    "java.io",
                    "java.nio.file",
                    "java.nio.charset");

    /** Returns an error with the import that would remove it, if one is known. */
    CompileError namedIn(CompileError error) {
        Matcher unknown = UNKNOWN.matcher(error.message());
        return unknown.find()
                ? find(unknown.group(1)).map(error::withMissingImport).orElse(error)
                : error;
    }

    private Optional<String> find(String name) {
        Stream<String> own =
                sources.stream()
                        .map(SourceFile::path)
                        .filter(path -> path.endsWith("/" + name + ".java"))
                        .map(path -> path.replaceFirst("\\.java$", "").replace('/', '.'));
        Stream<String> ofRuntime =
                Stream.of("otp." + name)
                        .filter(_ -> Files.exists(runtime.resolve("otp", name + ".class")));
        Stream<String> ofJdk =
                PACKAGES.stream().map(one -> one + "." + name).filter(MissingImport::isOfJdk);
        return Stream.of(own, ofRuntime, ofJdk).flatMap(names -> names).findFirst();
    }

    private static boolean isOfJdk(String name) {
        return ClassLoader.getPlatformClassLoader().getResource(name.replace('.', '/') + ".class")
                != null;
    }
}
