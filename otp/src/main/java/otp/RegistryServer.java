package otp;

/** The process that keeps a registry: the registry lives as long as it does. */
final class RegistryServer extends GenServer<Void, RegistryTable<?, ?>> {

    private final Registry<?, ?> registry;
    private final RegistryOptions options;

    RegistryServer(Registry<?, ?> registry, RegistryOptions options) {
        this.registry = registry;
        this.options = options;
    }

    @Override
    String label() {
        return "Registry";
    }

    @Override
    Object visible(RegistryTable<?, ?> table) {
        return table.registry();
    }

    @Override
    protected Init<RegistryTable<?, ?>> init() {
        Processes.trapExits(true);
        return ok(RegistryTable.open(registry, options));
    }

    @Override
    protected Next<RegistryTable<?, ?>> handle(Void message, RegistryTable<?, ?> table) {
        return noreply(table);
    }

    /** A registered process that ends has cleaned up after itself already. */
    @Override
    protected Next<RegistryTable<?, ?>> handleInfo(Object message, RegistryTable<?, ?> table) {
        return message instanceof ExitMessage ? noreply(table) : super.handleInfo(message, table);
    }
}
