package kata.worker;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts another process with the Java, the options and the class path of this one. What it prints
 * is UTF-8: it is read by this one, and not by a console.
 */
public final class JavaProcess {

    private JavaProcess() {}

    /** Returns the process to start, in this process's folder. */
    public static ProcessBuilder running(Class<?> mainClass, String... arguments) {
        Stream<String> java =
                Stream.of(
                        String.join(
                                File.separator, System.getProperty("java.home"), "bin", "java"));
        Stream<String> options =
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .filter(JavaProcess::isInherited);
        Stream<String> program =
                Stream.of(
                        "-Dstdout.encoding=UTF-8",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        mainClass.getName());
        List<String> command =
                Stream.of(java, options, program, Stream.of(arguments))
                        .flatMap(part -> part)
                        .toList();
        return new ProcessBuilder(command);
    }

    /** An agent, such as a debugger, serves one process. */
    private static boolean isInherited(String option) {
        return !option.startsWith("-agentlib") && !option.startsWith("-javaagent");
    }
}
