package otp;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * An immutable list that is cheap to extend: a longer list shares the array of a shorter one, which
 * does not see what stands behind its own end.
 *
 * @param <T> what it holds
 */
final class TableRowList<T> extends AbstractList<T> implements RandomAccess {

    private final T[] elements;
    private final int size;

    private TableRowList(T[] elements, int size) {
        this.elements = elements;
        this.size = size;
    }

    /** Returns a list with one element more. Only one thread at a time may extend a list. */
    @SuppressWarnings("unchecked")
    static <T> List<T> append(List<T> list, T element) {
        if (list.isEmpty()) {
            return List.of(element);
        }
        T[] room =
                list instanceof TableRowList<T> growing && growing.hasRoom()
                        ? growing.elements
                        : Arrays.copyOf((T[]) list.toArray(), list.size() * 2);
        room[list.size()] = element;
        return new TableRowList<>(room, list.size() + 1);
    }

    private boolean hasRoom() {
        return size < elements.length && elements[size] == null;
    }

    @Override
    public T get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return elements[index];
    }

    @Override
    public int size() {
        return size;
    }
}
