package board;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.Buffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Calendar;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells constants from static state by the values that static fields hold: {@code List.of(1, 2)} is
 * a constant, and {@code new ArrayList<>()} or an array is state. It looks, and changes nothing.
 */
final class StaticState {

    private static final Pattern UNMODIFIABLE =
            Pattern.compile(
                    "java\\.util\\.ImmutableCollections.*"
                        + "|java\\.util\\.Collections\\$(Copies|Empty|Singleton|Unmodifiable).*");

    private static final Pattern OURS = Pattern.compile("board(\\..*)?");

    private static final List<Class<?>> CHANGING =
            List.of(
                    StringBuilder.class,
                    StringBuffer.class,
                    BitSet.class,
                    Date.class,
                    Calendar.class,
                    Buffer.class,
                    Iterator.class,
                    Reference.class,
                    RandomGenerator.class,
                    ThreadLocal.class,
                    AutoCloseable.class);

    private StaticState() {}

    /** Finds static fields that hold a value that can change, or that can get another value. */
    static ArchCondition<JavaField> holdWhatCanChange() {
        return new ArchCondition<>("hold what can change") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean changes = !isOfTheCompiler(field) && canChange(field);
                String message = "%s can change".formatted(field.getFullName());
                events.add(new SimpleConditionEvent(field, changes, message));
            }
        };
    }

    private static boolean isOfTheCompiler(JavaField field) {
        return field.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    private static boolean canChange(JavaField field) {
        return !field.getModifiers().contains(JavaModifier.FINAL)
                || canChange(value(field.reflect(), null));
    }

    /** Tells whether a value, or what it holds, can change. */
    static boolean canChange(Object value) {
        return canChange(value, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** What is known has been looked at: an object may hold itself. */
    private static boolean canChange(Object value, Set<Object> known) {
        return switch (value) {
            case null -> false;
            case Object again when !known.add(again) -> false;
            case Collection<?> all -> isModifiable(all) || anyCanChange(all.stream(), known);
            case Map<?, ?> map -> isModifiable(map) || anyCanChange(map.values().stream(), known);
            case Optional<?> optional -> anyCanChange(optional.stream(), known);
            case Object other when other.getClass().isArray() -> true;
            case Object other when isMadeToChange(other) -> true;
            case Object other -> hasFieldThatCanChange(other, known);
        };
    }

    private static boolean anyCanChange(Stream<?> values, Set<Object> known) {
        return values.anyMatch(value -> canChange(value, known));
    }

    private static boolean isModifiable(Object collection) {
        return !UNMODIFIABLE.matcher(collection.getClass().getName()).matches();
    }

    private static boolean isMadeToChange(Object object) {
        return CHANGING.stream().anyMatch(type -> type.isInstance(object))
                || isOfManyThreads(object.getClass());
    }

    /** An atomic number, a lock, a queue, but not a constant such as a unit of time. */
    private static boolean isOfManyThreads(Class<?> type) {
        return type.getPackageName().startsWith("java.util.concurrent") && !type.isEnum();
    }

    /** Looks at the classes of the stage; what a lambda holds is in fields, too. */
    private static boolean hasFieldThatCanChange(Object object, Set<Object> known) {
        return Stream.<Class<?>>iterate(object.getClass(), Objects::nonNull, Class::getSuperclass)
                .filter(type -> OURS.matcher(type.getPackageName()).matches())
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .anyMatch(field ->
                        !Modifier.isFinal(field.getModifiers())
                                || canChange(value(field, object), known));
    }

    private static Object value(Field field, Object owner) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(field + " is accessible", impossible);
        }
    }
}
