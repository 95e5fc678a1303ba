package bench;

import otp.Ets;
import otp.EtsOptions;
import otp.EtsTable;
import otp.Pid;
import otp.Processes;
import otp.Registry;
import otp.Tuple;

import java.util.function.Function;

/** Tables and registries of the kata's runtime; the reading process owns them. */
final class OtpReads {

    private OtpReads() {}

    static Function<String, Object> table(Iterable<String> keys) {
        EtsTable<String, Pid<?>> table = Ets.create(EtsOptions.set());
        keys.forEach(key -> Ets.insert(table, Tuple.of(key, Processes.self())));
        return key -> Ets.lookup(table, key).getFirst();
    }

    static Function<String, Object> registry(Iterable<String> keys) {
        Registry<Object, String> registry = new Registry<>("lists");
        registry.startLink(Registry.Keys.UNIQUE);
        keys.forEach(key -> registry.register(key, key));
        return key -> registry.lookup(key).getFirst();
    }
}
