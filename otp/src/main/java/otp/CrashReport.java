package otp;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person wants to read when a process has crashed: who, why, where in the application's own
 * code, and over which message.
 *
 * @param who the process
 * @param reason why it crashed
 * @param occasion what it was doing
 */
record CrashReport(String who, ExitReason reason, String occasion) {

    private static final System.Logger LOGGER = System.getLogger("otp");
    private static final int FRAMES = 5;

    static CrashReport ofProcess(LocalProcess<?> process, ExitReason reason) {
        return new CrashReport("Process " + process, reason, "");
    }

    /** Reports the crash of a server; null stands for one that could not even be created. */
    static CrashReport ofServer(
            GenServer<?, ?> server, LocalProcess<?> process, ExitReason reason, String occasion) {
        String type = server == null ? "Server" : server.getClass().getSimpleName();
        return new CrashReport(type + " " + process, reason, " " + occasion);
    }

    /** Logs the report as an error to the logger named {@code otp}. */
    void log() {
        LOGGER.log(System.Logger.Level.ERROR, this::toString);
    }

    @Override
    public String toString() {
        return Stream.concat(Stream.of(who + " crashed" + occasion + ": " + reason), frames())
                .collect(Collectors.joining("\n    at "));
    }

    private Stream<String> frames() {
        return reason.rootCause().stream()
                .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
                .filter(CrashReport::isApplication)
                .limit(FRAMES)
                .map(StackTraceElement::toString);
    }

    private static boolean isApplication(StackTraceElement frame) {
        return frame.getModuleName() == null && !frame.getClassName().startsWith("otp.");
    }
}
