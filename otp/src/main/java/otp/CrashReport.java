package otp;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person wants to read when a process has crashed, or does not end as it should: who, why,
 * and where in the application's own code.
 *
 * @param text what has happened
 * @param stack where it has happened
 */
record CrashReport(String text, StackTraceElement[] stack) {

    private static final int FRAMES = 5;
    private static final StackTraceElement[] NO_STACK = {};

    /** Reports that a process has crashed that is no server. */
    static CrashReport ofProcess(LocalProcess<?> process, ExitReason reason) {
        return new CrashReport(
                "%s %s crashed: %s".formatted(process.label(), process, reason), cause(reason));
    }

    /**
     * Reports the crash of a server.
     *
     * @param server the server; null if it could not be created
     * @param occasion what it was doing
     */
    static CrashReport ofServer(
            Object server, LocalProcess<?> process, ExitReason reason, String occasion) {
        String type = server == null ? "Server" : Printed.simpleName(server);
        return new CrashReport(
                "%s %s crashed %s: %s".formatted(type, process, occasion, reason), cause(reason));
    }

    /** Reports a process that has been told to end and still runs. */
    static CrashReport ofUndying(LocalProcess<?> process) {
        String text =
                "%s %s was told to end (%s), but its code runs on and ignores interrupts"
                        .formatted(process.label(), process, process.lifeline().exiting());
        return new CrashReport(text, process.thread().getStackTrace());
    }

    private static StackTraceElement[] cause(ExitReason reason) {
        return reason.rootCause().map(CrashReport::stackOf).orElse(NO_STACK);
    }

    private static StackTraceElement[] stackOf(Throwable thrown) {
        return ForeignCode.call(thrown::getStackTrace, NO_STACK);
    }

    /** Logs a report as an error. Never fails: see {@link Log}. */
    static void log(Supplier<CrashReport> report) {
        Log.error(() -> report.get().toString());
    }

    @Override
    public String toString() {
        return Stream.concat(Stream.of(text), frames()).collect(Collectors.joining("\n    at "));
    }

    private Stream<String> frames() {
        return Arrays.stream(stack)
                .filter(CrashReport::isApplication)
                .limit(FRAMES)
                .map(StackTraceElement::toString);
    }

    private static boolean isApplication(StackTraceElement frame) {
        return frame.getModuleName() == null && !frame.getClassName().startsWith("otp.");
    }
}
