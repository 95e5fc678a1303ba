package browser;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

import java.util.function.Supplier;

/** What takes seconds to start is started once for all classes, and closed after the last test. */
final class Shared {

    private Shared() {}

    /** Returns the only one of its type; starts it if that has not been done. */
    static <T extends AutoCloseable> T of(
            ExtensionContext context, Class<T> type, Supplier<T> start) {
        return context.getRoot()
                .getStore(Namespace.create(Shared.class))
                .computeIfAbsent(type, _ -> start.get(), type);
    }
}
