package otp;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a registry keeps beside its entries. Any thread may use it, and none waits. */
final class RegistryMeta {

    private static final class Item extends ForeignKeys.Element {

        private volatile Object value;

        Item(Object key, int hash) {
            super(key, hash);
        }
    }

    private final ForeignKeys<Item> items = new ForeignKeys<>();

    RegistryMeta(List<Map.Entry<?, ?>> meta) {
        meta.forEach(entry -> put(entry.getKey(), entry.getValue()));
    }

    void put(Object key, Object value) {
        items.findOrAdd(key, Item::new).value = value;
    }

    Optional<Object> get(Object key) {
        return Optional.ofNullable(items.find(key)).map(item -> item.value);
    }

    void delete(Object key) {
        Item item = items.find(key);
        if (item != null) {
            items.remove(item);
        }
    }
}
