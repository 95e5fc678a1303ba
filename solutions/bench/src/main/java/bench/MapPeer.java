package bench;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A bare concurrent map, which no library can beat at reading: a bound, and not a peer. */
final class MapPeer implements Reading {

    @Override
    public void run(Measurement measurement) throws Exception {
        measurement.run();
    }

    @Override
    public Optional<Function<String, Object>> table(Iterable<String> keys) {
        Map<String, Object> map = new ConcurrentHashMap<>();
        keys.forEach(key -> map.put(key, key));
        return Optional.of(map::get);
    }

    @Override
    public Optional<Function<String, Object>> registry(Iterable<String> keys) {
        return table(keys);
    }

    @Override
    public Cache startCache() {
        throw new UnsupportedOperationException("a map is no server");
    }

    @Override
    public void withServers(int count, Measurement action) {
        throw new UnsupportedOperationException("a map has no servers");
    }
}
