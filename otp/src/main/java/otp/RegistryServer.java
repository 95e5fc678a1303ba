package otp;

/** The process that keeps a registry: the registry lives as long as it does. */
final class RegistryServer extends GenServer<Void, RegistryTable<?, ?>> {

    private final Registry<?, ?> registry;
    private final RegistryOptions options;

    /** What follows the end of a process. There may be no memory for it then: it is made before. */
    private Next<RegistryTable<?, ?>> undisturbed;

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
        RegistryTable<?, ?> table = RegistryTable.open(registry, options);
        undisturbed = noreply(table);
        return ok(table);
    }

    @Override
    protected Next<RegistryTable<?, ?>> handle(Void message, RegistryTable<?, ?> table) {
        return noreply(table);
    }

    /** A registered process that ends has cleaned up after itself already. */
    @Override
    protected Next<RegistryTable<?, ?>> handleInfo(Object message, RegistryTable<?, ?> table) {
        return message instanceof ExitMessage ? undisturbed : super.handleInfo(message, table);
    }

    /** Whatever the registry is stopped for, those that nobody finds any more are shut down. */
    @Override
    protected void terminate(ExitReason reason, RegistryTable<?, ?> table) {
        table.shutDown();
    }
}
