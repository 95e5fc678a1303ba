package otp;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A tuple, {@code {"bob", pid}} in Elixir: a fixed number of values, each known by its position,
 * the first at 1. It is a row of an {@link Ets} table, and its first element is the row's key.
 *
 * <p>Most rows are pairs, so the types say what the first two elements are. What comes after them
 * is read with {@link #element}. Two tuples are equal if they have as many elements, and these are
 * equal one by one; as in Java, {@code 1}, {@code 1L} and {@code 1.0} are not equal.
 *
 * @param <K> the type of the first element
 * @param <V> the type of the second element, if there is one
 */
public final class Tuple<K, V> {

    private final Object[] elements;

    private Tuple(Object... elements) {
        for (Object element : elements) {
            Objects.requireNonNull(element, "a tuple cannot hold null");
        }
        this.elements = elements;
    }

    /** Returns the tuple without elements. */
    public static <K, V> Tuple<K, V> of() {
        return new Tuple<>();
    }

    /** Returns a tuple of one element. */
    public static <K, V> Tuple<K, V> of(K key) {
        return new Tuple<>(key);
    }

    /** Returns a tuple of two elements. */
    public static <K, V> Tuple<K, V> of(K key, V value) {
        return new Tuple<>(key, value);
    }

    /** Returns a tuple of three elements or more. */
    public static <K, V> Tuple<K, V> of(K key, V value, Object... others) {
        Object[] elements = new Object[2 + others.length];
        elements[0] = key;
        elements[1] = value;
        System.arraycopy(others, 0, elements, 2, others.length);
        return new Tuple<>(elements);
    }

    /** Returns a tuple of the elements of a list. */
    public static Tuple<Object, Object> copyOf(List<?> elements) {
        return new Tuple<>(elements.toArray());
    }

    /** Returns the number of elements. */
    public int arity() {
        return elements.length;
    }

    /**
     * Returns the first element.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    @SuppressWarnings("unchecked")
    public K key() {
        return (K) element(1);
    }

    /**
     * Returns the second element.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    @SuppressWarnings("unchecked")
    public V value() {
        return (V) element(2);
    }

    /**
     * Returns the element at a position, of which the first is 1.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public Object element(int position) {
        if (position < 1 || position > elements.length) {
            throw new IndexOutOfBoundsException(this + " has no element " + position);
        }
        return elements[position - 1];
    }

    /** Returns all elements, in their order. */
    public List<Object> elements() {
        return Collections.unmodifiableList(Arrays.asList(elements));
    }

    /** Returns this tuple with another element at a position. */
    Tuple<K, V> with(int position, Object element) {
        Object[] changed = elements.clone();
        changed[position - 1] = element;
        return new Tuple<>(changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tuple<?, ?> tuple && Arrays.equals(elements, tuple.elements);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(elements);
    }

    /** Returns the tuple as Elixir prints it, except that strings have no quotes. */
    @Override
    public String toString() {
        return Arrays.stream(elements)
                .map(Object::toString)
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
