package otp;

import java.util.Optional;

/**
 * What there is to know of a table.
 *
 * @param name its name, if it has one
 * @param type which rows it can hold beside each other
 * @param access who may read and write
 * @param owner the process that it ends with
 * @param heir the process that owns it afterwards, if there is one
 * @param size the number of its rows
 */
public record EtsInfo(
        Optional<EtsName<?, ?>> name,
        EtsType type,
        EtsAccess access,
        Pid<?> owner,
        Optional<Pid<?>> heir,
        int size) {}
