package otp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * An immutable list that is cheap to extend: a longer list shares the array of a shorter one, which
 * does not see what stands behind its own end. Of several threads that extend one list, the first
 * gets the place behind its end, and the others a copy.
 *
 * @param <T> what it holds
 */
final class TableRowList<T> extends AbstractList<T> implements RandomAccess {

    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(Object[].class);

    private final Object[] elements;
    private final int size;

    private TableRowList(Object[] elements, int size) {
        this.elements = elements;
        this.size = size;
    }

    /** Returns a list with one element more. */
    static <T> List<T> append(List<T> list, T element) {
        if (list.isEmpty()) {
            return List.of(element);
        }
        Object[] elements =
                list instanceof TableRowList<T> extensible && extensible.takesNext(element)
                        ? extensible.elements
                        : copyWith(list, element);
        return new TableRowList<>(elements, list.size() + 1);
    }

    private boolean takesNext(T element) {
        return size < elements.length && ELEMENT.compareAndSet(elements, size, null, element);
    }

    private static Object[] copyWith(List<?> list, Object element) {
        Object[] copy = Arrays.copyOf(list.toArray(), list.size() * 2, Object[].class);
        copy[list.size()] = element;
        return copy;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return (T) elements[index];
    }

    @Override
    public int size() {
        return size;
    }
}
