package otp;

/** The process that keeps a registry: the registry lives as long as it does. */
final class RegistryServer extends GenServer<Void, RegistryTable<?, ?>> {

    private final String name;
    private final Registry.Keys keys;

    RegistryServer(String name, Registry.Keys keys) {
        this.name = name;
        this.keys = keys;
    }

    @Override
    String label() {
        return "Registry";
    }

    @Override
    protected Init<RegistryTable<?, ?>> init() {
        Processes.trapExits(true);
        return ok(RegistryTable.open(name, keys));
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
