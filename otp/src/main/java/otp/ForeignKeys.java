package otp;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/**
 * Elements that are found by keys whose {@code equals} and {@code hashCode} are not the runtime's
 * own. Any thread may use it, and none waits for another.
 *
 * <p>Those methods run in the threads that look for a key, and never while a lock is held: elements
 * whose keys have one hash are in an immutable list, which is replaced as a whole. An element is
 * removed by its identity, and by the hash that its key had at first, so that nothing foreign runs
 * when the runtime cleans up after a process.
 *
 * @param <E> the elements
 */
final class ForeignKeys<E extends ForeignKeys.Element> {

    /** What is found by a key. Its equality is its identity. */
    abstract static class Element {

        private final Object key;
        private final int hash;

        Element(Object key, int hash) {
            this.key = key;
            this.hash = hash;
        }

        Object key() {
            return key;
        }
    }

    /** Makes the element of a key. */
    @FunctionalInterface
    interface Factory<E> {
        E create(Object key, int hash);
    }

    private final ConcurrentMap<Integer, List<E>> byHash = new ConcurrentHashMap<>();

    /** Returns the element of a key, or null if there is none. */
    E find(Object key) {
        return among(withHash(hashOf(key)), key);
    }

    /** Returns the element of a key, which is added if there is none. */
    E findOrAdd(Object key, Factory<E> factory) {
        int hash = hashOf(key);
        while (true) {
            List<E> before = withHash(hash);
            E known = among(before, key);
            if (known != null) {
                return known;
            }
            E added = factory.create(key, hash);
            if (replace(hash, before, with(before, added))) {
                return added;
            }
        }
    }

    /** Most hashes have one key, and need no stream. */
    private static <E> List<E> with(List<E> elements, E added) {
        return elements.isEmpty()
                ? List.of(added)
                : Stream.concat(elements.stream(), Stream.of(added)).toList();
    }

    private static <E> List<E> without(List<E> elements, E removed) {
        return elements.size() == 1
                ? List.of()
                : elements.stream().filter(element -> element != removed).toList();
    }

    private static int hashOf(Object key) {
        return Objects.requireNonNull(key, "a key cannot be null").hashCode();
    }

    private static <E extends Element> E among(List<E> elements, Object key) {
        for (int index = 0; index < elements.size(); index++) {
            E element = elements.get(index);
            if (key == element.key() || key.equals(element.key())) {
                return element;
            }
        }
        return null;
    }

    /** Returns all elements, in no order. */
    Stream<E> all() {
        return byHash.values().stream().flatMap(List::stream);
    }

    /** Removes an element, if it is still there. */
    void remove(E element) {
        int hash = ((Element) element).hash;
        List<E> before = withHash(hash);
        while (before.contains(element) && !replace(hash, before, without(before, element))) {
            before = withHash(hash);
        }
    }

    private List<E> withHash(int hash) {
        return byHash.getOrDefault(hash, List.of());
    }

    private boolean replace(int hash, List<E> before, List<E> after) {
        if (before.isEmpty()) {
            return byHash.putIfAbsent(hash, after) == null;
        }
        return after.isEmpty() ? byHash.remove(hash, before) : byHash.replace(hash, before, after);
    }
}
