package otp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Handles to fields that several threads change at once. */
final class Fields {

    private Fields() {}

    /** Returns the handle to a field of the class that looks it up. */
    static VarHandle handle(MethodHandles.Lookup lookup, String field, Class<?> type) {
        try {
            return lookup.findVarHandle(lookup.lookupClass(), field, type);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
