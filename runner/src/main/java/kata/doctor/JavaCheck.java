package kata.doctor;

import java.nio.file.Files;
import java.nio.file.Path;

import javax.tools.ToolProvider;

/** Looks at the Java that runs this, and at the one that the environment names. */
final class JavaCheck {

    private static final int NEEDED = 25;
    private static final String INSTALL =
            "Install JDK 25, for example from https://adoptium.net, and run ./kata again.";

    private JavaCheck() {}

    /** Looks at the Java that runs this. */
    static Diagnosis running() {
        return of(
                Runtime.version().feature(),
                ToolProvider.getSystemJavaCompiler() != null,
                System.getProperty("java.home"));
    }

    static Diagnosis of(int version, boolean hasCompiler, String home) {
        if (version < NEEDED) {
            return Diagnosis.bad("Java %d in %s is too old".formatted(version, home), INSTALL);
        }
        return hasCompiler
                ? Diagnosis.good("JDK %d in %s".formatted(version, home))
                : Diagnosis.bad("Java %d in %s has no compiler".formatted(version, home), INSTALL);
    }

    /** Looks at {@code JAVA_HOME}, which Maven starts with; it need not be 25. */
    static Diagnosis home(Machine machine) {
        String java = machine.file("java", ".exe");
        return machine.variable("JAVA_HOME")
                .map(home ->
                        Files.isExecutable(Path.of(home).resolve("bin").resolve(java))
                                ? Diagnosis.good("JAVA_HOME is " + home)
                                : Diagnosis.bad(
                                        "JAVA_HOME is %s, where there is no bin/%s"
                                                .formatted(home, java),
                                        "Set it to the folder of a JDK, or unset it."))
                .orElseGet(() ->
                        machine.program(java).isPresent()
                                ? Diagnosis.good("JAVA_HOME is not set, and java is on the PATH")
                                : Diagnosis.poor(
                                        "JAVA_HOME is not set, and java is not on the PATH",
                                        "Set JAVA_HOME to the folder of a JDK, so that ./mvnw"
                                                + " finds one."));
    }
}
