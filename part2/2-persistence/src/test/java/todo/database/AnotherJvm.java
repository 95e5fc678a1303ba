package todo.database;

import com.fasterxml.jackson.annotation.JsonCreator;

import otp.Processes;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JVM of its own, which closing kills. */
final class AnotherJvm implements AutoCloseable {

    private final Process jvm;
    private final BufferedReader output;

    private AnotherJvm(Process jvm) {
        this.jvm = jvm;
        this.output = jvm.inputReader();
    }

    /** Starts a program that uses the list folder; where temporary files go, there is nothing. */
    static AnotherJvm start(Class<?> program, Path argument) throws IOException {
        String classPath =
                Stream.of(
                                program,
                                ListFolder.class,
                                Processes.class,
                                JsonMapper.class,
                                JacksonException.class,
                                JsonCreator.class)
                        .map(AnotherJvm::whereItIs)
                        .distinct()
                        .collect(Collectors.joining(File.pathSeparator));
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Djava.io.tmpdir=" + argument.resolve("nowhere"),
                                "--class-path",
                                classPath,
                                program.getName(),
                                argument.toString())
                        .redirectErrorStream(true);
        // Java prints a line of its own for each of these.
        builder.environment()
                .keySet()
                .removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        return new AnotherJvm(builder.start());
    }

    /** Waits for the next line that the program prints; null if it has ended. */
    String readLine() throws IOException {
        String line = output.readLine();
        return line != null && line.startsWith("WARNING") ? readLine() : line;
    }

    /** Kills it, wherever it is, and waits until it is dead. */
    @Override
    public void close() throws IOException {
        jvm.destroyForcibly().onExit().join();
        output.close();
    }

    private static String whereItIs(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
