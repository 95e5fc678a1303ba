package otp;

/** An exception with methods that never return. */
final class HostileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Hostility hostility;

    HostileException(Hostility hostility) {
        this.hostility = hostility;
    }

    @Override
    public String getMessage() {
        return "message" + hostility.act();
    }

    @Override
    public synchronized Throwable getCause() {
        throw new IllegalStateException("cause" + hostility.act());
    }

    @Override
    public StackTraceElement[] getStackTrace() {
        throw new IllegalStateException("stack" + hostility.act());
    }

    @Override
    public String toString() {
        return "exception" + hostility.act();
    }
}
