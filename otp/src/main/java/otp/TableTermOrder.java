package otp;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Erlang's order of all terms, as far as Java's values go; {@link EtsType#ORDERED_SET} says how
 * they are mapped. Numbers are compared by value: {@code 1} and {@code 1.0} are the same.
 */
final class TableTermOrder implements Comparator<Object> {

    static final TableTermOrder INSTANCE = new TableTermOrder(false);

    /**
     * The order of the keys of maps, and of all that is in these: Erlang has every integer before
     * every float there.
     */
    private static final TableTermOrder OF_MAP_KEYS = new TableTermOrder(true);

    private final boolean integersBeforeFloats;

    private enum Rank {
        NUMBER,
        ATOM,
        COMPARABLE,
        PID,
        TUPLE,
        MAP,
        LIST,
        STRING
    }

    private TableTermOrder(boolean integersBeforeFloats) {
        this.integersBeforeFloats = integersBeforeFloats;
    }

    /** Refuses what has no place in the order. */
    static void check(Object term) {
        INSTANCE.compare(term, term);
    }

    @Override
    public int compare(Object left, Object right) {
        Rank rank = rank(left);
        int ranks = rank.compareTo(rank(right));
        if (ranks != 0) {
            return ranks;
        }
        return switch (rank) {
            case NUMBER -> compareNumbers((Number) left, (Number) right);
            case ATOM -> compareAtoms(left, right);
            case COMPARABLE -> compareComparables(left, right);
            case PID -> Long.compare(numberOf(left), numberOf(right));
            case TUPLE -> compareTuples((Tuple<?, ?>) left, (Tuple<?, ?>) right);
            case MAP -> compareMaps((Map<?, ?>) left, (Map<?, ?>) right);
            case LIST -> compareLists((List<?>) left, (List<?>) right);
            case STRING -> compareStrings((String) left, (String) right);
        };
    }

    private static Rank rank(Object term) {
        return switch (term) {
            case null -> throw new TableRefusal("there is no order for null in a key");
            case Number number when Numbers.isKnown(number) -> Rank.NUMBER;
            case Boolean _, Enum<?> _, Name<?> _ -> Rank.ATOM;
            case String _ -> Rank.STRING;
            case Pid<?> _ -> Rank.PID;
            case Tuple<?, ?> _ -> Rank.TUPLE;
            case Map<?, ?> _ -> Rank.MAP;
            case List<?> _ -> Rank.LIST;
            case Comparable<?> _ -> Rank.COMPARABLE;
            default ->
                    throw new TableRefusal(
                            "there is no order for a key of the class "
                                    + term.getClass().getName()
                                    + ", unless the class is made Comparable");
        };
    }

    private int compareNumbers(Number left, Number right) {
        int kinds =
                integersBeforeFloats
                        ? Boolean.compare(Numbers.isFloat(left), Numbers.isFloat(right))
                        : 0;
        return kinds == 0 ? Numbers.compare(left, right) : kinds;
    }

    private static long numberOf(Object pid) {
        return ((LocalProcess<?>) pid).number();
    }

    private static int compareAtoms(Object left, Object right) {
        int texts = compareStrings(textOf(left), textOf(right));
        return texts == 0 ? compareClasses(left, right) : texts;
    }

    private static String textOf(Object atom) {
        return switch (atom) {
            case Name<?> name -> name.value();
            case Enum<?> constant -> constant.name();
            default -> atom.toString();
        };
    }

    private static int compareClasses(Object left, Object right) {
        return left.getClass().getName().compareTo(right.getClass().getName());
    }

    @SuppressWarnings("unchecked")
    private static int compareComparables(Object left, Object right) {
        int classes = compareClasses(left, right);
        return classes == 0 ? ((Comparable<Object>) left).compareTo(right) : classes;
    }

    private int compareTuples(Tuple<?, ?> left, Tuple<?, ?> right) {
        int arities = Integer.compare(left.arity(), right.arity());
        return arities == 0 ? compareLists(left.elements(), right.elements()) : arities;
    }

    private int compareLists(List<?> left, List<?> right) {
        Iterator<?> others = right.iterator();
        for (Object element : left) {
            int difference = others.hasNext() ? compare(element, others.next()) : 1;
            if (difference != 0) {
                return difference;
            }
        }
        return others.hasNext() ? -1 : 0;
    }

    private int compareMaps(Map<?, ?> left, Map<?, ?> right) {
        int sizes = Integer.compare(left.size(), right.size());
        if (sizes != 0) {
            return sizes;
        }
        List<?> leftKeys = left.keySet().stream().sorted(OF_MAP_KEYS).toList();
        List<?> rightKeys = right.keySet().stream().sorted(OF_MAP_KEYS).toList();
        for (int index = 0; index < leftKeys.size(); index++) {
            int keys = OF_MAP_KEYS.compare(leftKeys.get(index), rightKeys.get(index));
            if (keys != 0) {
                return keys;
            }
        }
        return compareLists(
                leftKeys.stream().map(left::get).toList(),
                rightKeys.stream().map(right::get).toList());
    }

    /** Compares by code point: Java's own order puts some characters before the surrogates. */
    private static int compareStrings(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int index = 0; index < length; index++) {
            char one = left.charAt(index);
            char other = right.charAt(index);
            if (one != other) {
                boolean surrogate = Character.isSurrogate(one);
                return surrogate == Character.isSurrogate(other) ? one - other : surrogate ? 1 : -1;
            }
        }
        return left.length() - right.length();
    }

    /** The order of numbers of all types. */
    private static final class Numbers {

        /** Tells whether a number is of one of the JDK's types, whose values can be compared. */
        static boolean isKnown(Number number) {
            return isLong(number)
                    || isFloat(number)
                    || number instanceof BigInteger
                    || number instanceof BigDecimal;
        }

        static boolean isFloat(Number number) {
            return number instanceof Double || number instanceof Float;
        }

        static int compare(Number left, Number right) {
            if (isLong(left) && isLong(right)) {
                return Long.compare(left.longValue(), right.longValue());
            }
            return isFinite(left) && isFinite(right)
                    ? decimal(left).compareTo(decimal(right))
                    : Double.compare(zeroIfFinite(left), zeroIfFinite(right));
        }

        private static boolean isLong(Number number) {
            return switch (number) {
                case Long _, Integer _, Short _, Byte _ -> true;
                default -> false;
            };
        }

        private static boolean isFinite(Number number) {
            return !isFloat(number) || Double.isFinite(number.doubleValue());
        }

        private static double zeroIfFinite(Number number) {
            return isFinite(number) ? 0 : number.doubleValue();
        }

        private static BigDecimal decimal(Number number) {
            return isFloat(number)
                    ? new BigDecimal(number.doubleValue())
                    : new BigDecimal(number.toString());
        }
    }
}
