package otp;

import java.util.Objects;

/**
 * The process that owns a table after its owner has ended.
 *
 * @param process the next owner, if it is alive then; one that has ended already is no heir
 * @param data what it is told with an {@link EtsTransfer}, such as what the table is for; null if
 *     there is nothing to say
 * @param isTold whether it gets an {@link EtsTransfer} when it inherits
 */
public record EtsHeir(Pid<?> process, Object data, boolean isTold) {

    /** Creates an heir. */
    public EtsHeir {
        Objects.requireNonNull(process, "an heir is a process");
    }

    /** Creates an heir that is told when it inherits; {@code {:heir, pid, data}} in Elixir. */
    public EtsHeir(Pid<?> process, Object data) {
        this(process, data, true);
    }

    /** Creates an heir that inherits without a message; {@code {:heir, pid}} from OTP 27 on. */
    public EtsHeir(Pid<?> process) {
        this(process, null, false);
    }

    boolean isAlive() {
        return ((LocalProcess<?>) process).isAlive();
    }
}
