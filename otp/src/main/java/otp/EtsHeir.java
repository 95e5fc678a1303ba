package otp;

import java.util.Objects;

/**
 * Who owns a table after its owner has ended.
 *
 * @param process the next owner, if it is alive then; it is told with an {@link EtsTransfer}
 * @param data what it is told beside, such as what the table is for
 */
public record EtsHeir(Pid<?> process, Object data) {

    /** Creates an heir; what it is told is null if there is nothing to say. */
    public EtsHeir {
        Objects.requireNonNull(process, "an heir is a process");
    }
}
