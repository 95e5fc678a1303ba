package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.EtsPattern.ANY;
import static otp.Patience.endOf;
import static otp.Patience.reasonOf;
import static otp.Processes.monitor;
import static otp.Processes.spawn;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Keys and values are not the table's own: whatever their methods do, it stays usable by all. */
@RuntimeTest
class EtsForeignCodeTest {

    /** What the methods of keys and values do. */
    enum Deed {
        THROW(_ -> {
            throw new IllegalStateException("no");
        }),
        FAIL(_ -> {
            throw new AssertionError("no");
        }),
        OVERFLOW_THE_STACK(Deed::overflow),
        RUN_OUT_OF_MEMORY(_ -> new OutOfMemory().provoke()),
        BLOCK(_ -> block()),
        USE_THE_TABLE(Deed::use);

        private final Consumer<EtsTable<Object, Object>> action;

        Deed(Consumer<EtsTable<Object, Object>> action) {
            this.action = action;
        }

        private static void overflow(EtsTable<Object, Object> table) {
            overflow(table);
            overflow(table);
        }

        private static void block() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException ended) {
                Processes.self();
            }
        }

        private static void use(EtsTable<Object, Object> table) {
            Ets.insert(table, List.of(Tuple.of("nested", 1), Tuple.of("nested too", 1)));
            Ets.delete(table, "nested");
            Ets.tab2list(table);
            Ets.delete(table, "nested too");
        }

        private static final class OutOfMemory {
            void provoke() {
                Object[] hoard = new Object[1];
                while (true) {
                    hoard = new Object[] {hoard, new long[Integer.MAX_VALUE]};
                }
            }
        }
    }

    /** What is done with such a key or value. */
    enum Operation {
        INSERT((table, key) -> Ets.insert(table, Tuple.of(key, 1))),
        INSERT_LIST((table, key) ->
                Ets.insert(table, List.of(Tuple.of("beside", 1), Tuple.of(key, 1)))),
        INSERT_NEW((table, key) -> Ets.insertNew(table, Tuple.of(key, 1))),
        INSERT_VALUE((table, key) -> Ets.insert(table, Tuple.of("values", key))),
        LOOKUP(Ets::lookup),
        TAKE(Ets::take),
        DELETE(Ets::delete),
        DELETE_OBJECT((table, key) -> Ets.deleteObject(table, Tuple.of("values", key))),
        COUNT((table, key) -> Ets.updateCounter(table, key, 1, Tuple.of(key, 1))),
        UPDATE((table, key) -> Ets.updateElement(table, key, Map.of(2, "x"))),
        NEXT(Ets::next),
        MATCH((table, key) -> Ets.match(table, Tuple.of(ANY, key))),
        MATCH_DELETE((table, key) -> Ets.matchDelete(table, Tuple.of(key, ANY))),
        SELECT_DELETE((table, key) -> Ets.selectDelete(table, row -> row.value().equals(key))),
        SELECT_REPLACE((table, key) ->
                Ets.selectReplace(
                        table, row -> row.key().equals(key), row -> Tuple.of(row.key(), key))),
        FOLD((table, key) -> Ets.foldl(table, 0, (row, n) -> row.value().equals(key) ? 1 : n));

        private final BiConsumer<EtsTable<Object, Object>, Hostile> action;

        Operation(BiConsumer<EtsTable<Object, Object>, Hostile> action) {
            this.action = action;
        }

        /** Tells whether a part of the change may stand if another part fails. */
        boolean goesKeyByKey() {
            return this == MATCH_DELETE || this == SELECT_DELETE || this == SELECT_REPLACE;
        }
    }

    private final Hostile.Deeds deeds = new Hostile.Deeds();

    @ParameterizedTest
    @EnumSource
    void a_table_stays_usable_by_others_whatever_its_keys_and_values_do(Deed deed) {
        for (EtsType type : EtsType.values()) {
            for (Operation operation : Operation.values()) {
                useBeside(operation, type, deed);
            }
        }
    }

    private void useBeside(Operation operation, EtsType type, Deed deed) {
        EtsTable<Object, Object> table = tableWithHostileRows(type);
        Hostile key = new Hostile(3, deeds);
        Pid<Object> user =
                spawn(() -> {
                    deeds.arm(() -> deed.action.accept(table));
                    operation.action.accept(table, key);
                });
        Monitor monitor = monitor(user);
        Patience.until(() -> deeds.hasBegun() || !Processes.isAlive(user));
        assertUsable(table, type);
        Processes.exit(user, ExitReason.KILL);
        reasonOf(monitor);
        deeds.disarm();
        assertUsable(table, type);
        assertThat(Ets.lookup(table, new Hostile(1, deeds))).hasSize(1);
        Ets.delete(table);
    }

    private EtsTable<Object, Object> tableWithHostileRows(EtsType type) {
        EtsTable<Object, Object> table = Ets.create(EtsOptions.of(type).access(EtsAccess.PUBLIC));
        for (int number = 0; number < 5; number += 2) {
            Ets.insert(table, Tuple.of(new Hostile(number, deeds), new Hostile(number, deeds)));
        }
        Ets.insert(table, Tuple.of(new Hostile(1, deeds), 1));
        Ets.insert(table, Tuple.of("values", new Hostile(1, deeds)));
        return table;
    }

    private static void assertUsable(EtsTable<Object, Object> table, EtsType type) {
        Ets.insert(table, List.of(Tuple.of("a", 1L), Tuple.of("b", 1L)));
        assertThat(Ets.lookup(table, "a")).isNotEmpty();
        assertThat(Ets.insertNew(table, Tuple.of("b", 2L))).isFalse();
        assertThat(Ets.match(table, Tuple.of("b", EtsPattern.variable(1)))).isNotEmpty();
        assertThat(Ets.tab2list(table)).hasSizeGreaterThanOrEqualTo(6);
        if (type == EtsType.SET || type == EtsType.ORDERED_SET) {
            assertThat(Ets.updateCounter(table, "a", 1)).isEqualTo(2);
        }
        Ets.delete(table, "a");
        Ets.delete(table, "b");
        assertThat(Ets.member(table, "a")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void the_end_of_an_owner_asks_neither_keys_nor_values(EtsType type) {
        ExitReason reason =
                endOf(() -> {
                    EtsTable<Object, Object> table = tableWithHostileRows(type);
                    Ets.safeFixtable(table, true);
                    Ets.delete(table, new Hostile(2, deeds));
                    deeds.arm(() -> {
                        throw new AssertionError("asked");
                    });
                });
        assertThat(reason).isEqualTo(ExitReason.NORMAL);
        assertThat(deeds.calls()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void rows_are_counted_right_after_changes_that_failed(EtsType type) {
        EtsTable<Object, Object> table = tableWithHostileRows(type);
        int before = Ets.tab2list(table).size();
        for (Operation operation : Operation.values()) {
            deeds.arm(() -> {
                throw new IllegalStateException("no");
            });
            try {
                operation.action.accept(table, new Hostile(9, deeds));
            } catch (IllegalStateException | EtsException expected) {
                // Whether it gets so far depends on the type.
            }
            deeds.disarm();
            assertThat(Ets.info(table).orElseThrow().size())
                    .as("%s", operation)
                    .isEqualTo(Ets.tab2list(table).size());
        }
        assertThat(before).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void a_change_that_fails_has_changed_nothing_whichever_question_it_fails_at(EtsType type) {
        for (Operation operation : Operation.values()) {
            if (!operation.goesKeyByKey()) {
                failAtEachQuestion(operation, type);
            }
        }
    }

    private void failAtEachQuestion(Operation operation, EtsType type) {
        boolean fails = true;
        for (int question = 1; fails; question++) {
            EtsTable<Object, Object> table = tableWithHostileRows(type);
            List<Tuple<Object, Object>> before = Ets.tab2list(table);
            fails = failsAt(question, operation, table);
            if (fails) {
                assertThat(Ets.tab2list(table))
                        .as("%s that fails at question %d", operation, question)
                        .containsExactlyInAnyOrderElementsOf(before);
            }
            Ets.delete(table);
        }
    }

    private boolean failsAt(int question, Operation operation, EtsTable<Object, Object> table) {
        int last = deeds.calls() + question;
        deeds.arm(() -> {
            if (deeds.calls() == last) {
                throw new IllegalStateException("no");
            }
        });
        try {
            operation.action.accept(table, new Hostile(2, deeds));
            return false;
        } catch (EtsException notForThisType) {
            return false;
        } catch (IllegalStateException failed) {
            return true;
        } finally {
            deeds.disarm();
        }
    }

    @ParameterizedTest
    @CsvSource({"ORDERED_SET,next", "SET,lookup"})
    void a_refusal_is_told_even_if_the_key_cannot_be_printed(EtsType type, String operation) {
        EtsTable<Object, Object> table = Ets.create(EtsOptions.of(type));
        Hostile key = new Hostile(1, deeds);
        Ets.insert(table, Tuple.of("row", 1));
        deeds.arm(() -> {
            if (StackWalker.getInstance()
                    .walk(frames -> frames.anyMatch(f -> f.getMethodName().equals("toString")))) {
                throw new IllegalStateException("no text");
            }
        });
        assertThat(
                        org.assertj.core.api.Assertions.catchThrowable(
                                () -> Ets.lookupElement(table, key, 2)))
                .isInstanceOf(EtsException.class)
                .hasMessageContaining("it has no row with the key an unprintable otp.Hostile");
    }
}
