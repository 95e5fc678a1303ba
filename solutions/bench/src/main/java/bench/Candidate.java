package bench;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One column of the table, and the command that measures it. */
enum Candidate {
    BEAM("Elixir"),
    OTP("otp"),

    /** Ours without turns: what fairness costs, and what is starved without it. */
    UNFAIR("otp without turns"),

    /** Ours as it was before, to be compared with itself: see {@code --before}. */
    BEFORE("otp before"),
    PEKKO("Pekko"),
    JOX("jox"),
    FIBRY("Fibry"),
    MAP("ConcurrentHashMap");

    /**
     * The same for every JVM; a quiet one prints nothing but figures. Memory is asked for before
     * anything is measured: in a virtual machine, a page that is touched for the first time can
     * cost more than the calls that fill it.
     */
    private static final List<String> JVM_OPTIONS =
            List.of(
                    "--enable-preview",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-XX:+UseG1GC",
                    "-Xms3g",
                    "-Xmx3g",
                    "-XX:+AlwaysPreTouch");

    /** The property with the folder of the classes that otp was before. */
    static final String CLASSES_BEFORE = "bench.before";

    private static final String TWIN = "src/main/elixir/twin.exs";

    private final String label;

    Candidate(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Returns the command that runs a workload in a new process of the operating system. */
    List<String> command(Workload workload) {
        return this == BEAM
                ? List.of("elixir", "--erl", "+P 2000000", TWIN, workload.id())
                : javaCommand(workload);
    }

    private List<String> javaCommand(Workload workload) {
        Candidate peer = this == UNFAIR || this == BEFORE ? OTP : this;
        String name = peer.name().toLowerCase(Locale.ROOT);
        List<String> command = java(classPath(), Child.class, name, workload.id());
        if (this == UNFAIR) {
            command.add(1, "-Dotp.turns=off");
        }
        return command;
    }

    /** Returns the command that runs a class in a JVM like those of all measurements. */
    static List<String> java(String classPath, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_OPTIONS);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** What comes first on a class path hides what comes later. */
    private String classPath() {
        String usual = System.getProperty("java.class.path");
        return this == BEFORE
                ? System.getProperty(CLASSES_BEFORE) + File.pathSeparator + usual
                : usual;
    }

    /** Tells whether the candidate can do anything of a workload. */
    boolean takesPartIn(Workload workload) {
        if (this == BEFORE) {
            return System.getProperty(CLASSES_BEFORE) != null && workload != Workload.TRACING;
        }
        return switch (workload) {
            case CALLS, CROWDS, FAIRNESS -> this != MAP;
            case CASTING, STARTING, MEMORY -> this != MAP && this != UNFAIR;
            case TABLE, REGISTRY -> this == BEAM || this == OTP || this == MAP;
            case RESTARTING, STOPPING -> this == BEAM || this == OTP || this == PEKKO;
            case CHURNING -> this == BEAM || this == OTP;
            case ADOPTION, TRACING -> this == OTP;
        };
    }
}
