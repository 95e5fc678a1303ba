package otp;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

/** Compiles a program against the runtime as a learner does: outside of the runtime's module. */
record Compilation(Path folder, String output) {

    private static final ToolProvider JAVAC = ToolProvider.findFirst("javac").orElseThrow();
    private static final Pattern ERROR = Pattern.compile("(?m)^Program\\.java:(\\d+):");

    /** Compiles a class named {@code Program} of the package {@code shop}. */
    static Compilation of(Path folder, String source) {
        Path file = folder.resolve("Program.java");
        StringWriter output = new StringWriter();
        try (PrintWriter writer = new PrintWriter(output)) {
            Files.writeString(file, source);
            JAVAC.run(
                    writer,
                    writer,
                    "-XDrawDiagnostics",
                    "-proc:none",
                    "-classpath",
                    runtime(),
                    "-d",
                    folder.toString(),
                    file.toString());
        } catch (IOException e) {
            throw new IllegalStateException("cannot write " + file, e);
        }
        return new Compilation(folder, output.toString());
    }

    /** Returns the numbers of the lines that javac rejects. */
    List<Integer> rejectedLines() {
        return ERROR.matcher(output)
                .results()
                .map(match -> Integer.valueOf(match.group(1)))
                .toList();
    }

    /** Runs a static method without parameters of the program. */
    Object run(String method) throws ReflectiveOperationException, MalformedURLException {
        URL[] classes = {folder.toUri().toURL()};
        ClassLoader loader = new URLClassLoader(classes, Pid.class.getClassLoader());
        return Class.forName("shop.Program", true, loader).getMethod(method).invoke(null);
    }

    private static String runtime() {
        URL location = Pid.class.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(URI.create(location.toString())).toString();
    }
}
