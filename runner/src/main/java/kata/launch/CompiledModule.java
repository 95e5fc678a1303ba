package kata.launch;

import kata.compile.FileTree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The compiled classes of a Maven module. An editor that has the module open compiles into the same
 * folder, and may be emptying it at this moment.
 */
record CompiledModule(Path module) {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Path folder() {
        return module.resolve("target/classes");
    }

    /**
     * Returns the classes, once there is one for each source; blocks for that, for half a minute at
     * most.
     *
     * @throws IOException if a source still has no class then
     */
    FileTree await() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Optional<Path> missing = firstMissing();
        while (missing.isPresent() && System.nanoTime() - begin < LIMIT.toNanos()) {
            Thread.sleep(PAUSE);
            missing = firstMissing();
        }
        if (missing.isPresent()) {
            throw new IOException("%s was not compiled".formatted(missing.get()));
        }
        return new FileTree(folder());
    }

    private Optional<Path> firstMissing() throws IOException {
        Path sources = module.resolve("src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .map(sources::relativize)
                    .map(file -> folder().resolve(file.toString().replaceFirst("java$", "class")))
                    .filter(Files::notExists)
                    .findFirst();
        }
    }
}
