package kata.worker;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A Java process with the JDK, the options and the class path of this one. Its standard output is
 * UTF-8, and its heap has room for what a stage's code creates.
 */
public final class JavaProcess {

    private static final Set<String> OPTIONS =
            Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private JavaProcess() {}

    /** Returns the process to start, in this process's folder. */
    public static ProcessBuilder running(Class<?> mainClass, String... arguments) {
        Stream<String> options =
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .filter(JavaProcess::isInherited);
        Stream<String> program =
                Stream.of(
                        // Room for the processes of a stage.
                        "-Xmn400m",
                        "-Dstdout.encoding=UTF-8",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        mainClass.getName());
        return with(Stream.of(options, program, Stream.of(arguments)).flatMap(part -> part));
    }

    /**
     * Returns a process of this JDK with these options and arguments, and no others: a machine may
     * give options to every Java that contradict them, and Java then refuses to start.
     */
    public static ProcessBuilder with(Stream<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        arguments.forEach(command::add);
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(OPTIONS);
        return builder;
    }

    /** An agent, such as a debugger, serves one process. */
    private static boolean isInherited(String option) {
        return !option.startsWith("-agentlib") && !option.startsWith("-javaagent");
    }
}
