package otp;

import java.util.Objects;
import java.util.Optional;

/**
 * What a new table is like.
 *
 * @param type which rows it can hold beside each other
 * @param access who may read and write; {@link EtsAccess#PROTECTED} by default
 * @param heir who owns it after its owner; nobody by default
 */
public record EtsOptions(EtsType type, EtsAccess access, Optional<EtsHeir> heir) {

    /** Creates options; nothing may be null. */
    public EtsOptions {
        Objects.requireNonNull(type, "a table has a type");
        Objects.requireNonNull(access, "a table has an access");
        Objects.requireNonNull(heir, "say Optional.empty() if nobody is to inherit");
    }

    /** One row a key; {@link EtsType#SET}. */
    public static EtsOptions set() {
        return of(EtsType.SET);
    }

    /** One row a key, in the order of the keys; {@link EtsType#ORDERED_SET}. */
    public static EtsOptions orderedSet() {
        return of(EtsType.ORDERED_SET);
    }

    /** Any number of rows a key, no two of them equal; {@link EtsType#BAG}. */
    public static EtsOptions bag() {
        return of(EtsType.BAG);
    }

    /** Any number of rows a key, equal ones too; {@link EtsType#DUPLICATE_BAG}. */
    public static EtsOptions duplicateBag() {
        return of(EtsType.DUPLICATE_BAG);
    }

    /** Returns options for a protected table of a type, without an heir. */
    public static EtsOptions of(EtsType type) {
        return new EtsOptions(type, EtsAccess.PROTECTED, Optional.empty());
    }

    /** Returns these options with another access. */
    public EtsOptions access(EtsAccess other) {
        return new EtsOptions(type, other, heir);
    }

    /** Returns these options with an heir that is told data when it inherits. */
    public EtsOptions heir(Pid<?> process, Object data) {
        return heir(new EtsHeir(process, data));
    }

    /** Returns these options with an heir that inherits without a message. */
    public EtsOptions heir(Pid<?> process) {
        return heir(new EtsHeir(process));
    }

    private EtsOptions heir(EtsHeir next) {
        return new EtsOptions(type, access, Optional.of(next));
    }
}
