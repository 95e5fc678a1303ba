package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Patience.reasonOf;
import static otp.Processes.monitor;
import static otp.Processes.spawn;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

@RuntimeTest
class EtsConcurrencyTest {

    private static final int ROUNDS = 20_000;

    private final EtsTable<String, Integer> table =
            Ets.create(EtsOptions.set().access(EtsAccess.PUBLIC));

    @Test
    void counters_of_many_processes_lose_nothing() {
        Ets.insert(table, Tuple.of("c", 0));
        inProcesses(20, () -> repeat(1_000, _ -> Ets.updateCounter(table, "c", 1)));
        assertThat(Ets.lookup(table, "c")).containsExactly(Tuple.of("c", 20_000));
    }

    @Test
    void of_many_processes_that_insert_one_new_row_one_does() {
        AtomicInteger inserted = new AtomicInteger();
        inProcesses(
                20,
                () ->
                        repeat(
                                500,
                                round -> {
                                    if (Ets.insertNew(table, Tuple.of("key " + round, 1))) {
                                        inserted.incrementAndGet();
                                    }
                                }));
        assertThat(inserted).hasValue(500);
    }

    @Test
    void of_many_processes_that_take_a_row_one_gets_it() {
        repeat(2_000, key -> Ets.insert(table, Tuple.of("key " + key, 1)));
        AtomicInteger taken = new AtomicInteger();
        inProcesses(
                10,
                () -> repeat(2_000, key -> taken.addAndGet(Ets.take(table, "key " + key).size())));
        assertThat(taken).hasValue(2_000);
        assertThat(Ets.info(table).orElseThrow().size()).isZero();
    }

    @Test
    void of_rows_inserted_together_a_reader_never_sees_some_only() {
        insertPair(0);
        Pid<Object> writer = spawn(() -> repeat(ROUNDS, this::insertPair));
        while (Processes.isAlive(writer)) {
            int first = Ets.lookup(table, "first").getFirst().value();
            int second = Ets.lookup(table, "second").getFirst().value();
            assertThat(second).isGreaterThanOrEqualTo(first);
        }
    }

    @Test
    void a_row_that_moves_from_key_to_key_is_always_found() {
        EtsTable<Integer, String> order =
                Ets.create(EtsOptions.orderedSet().access(EtsAccess.PUBLIC));
        int most = 50 * ROUNDS;
        Ets.insert(order, Tuple.of(most, "moves"));
        Pid<Object> writer = spawn(() -> repeat(most, step -> moveDown(order, most - step)));
        while (Processes.isAlive(writer)) {
            assertThat(Ets.first(order)).isPresent();
            assertThat(Ets.last(order)).isPresent();
            assertThat(Ets.next(order, -1)).isPresent();
            assertThat(Ets.prev(order, most + 1)).isPresent();
        }
    }

    /** The new row is there before the old one leaves. */
    private static void moveDown(EtsTable<Integer, String> order, int key) {
        Ets.insert(order, Tuple.of(key - 1, "moves"));
        Ets.delete(order, key);
    }

    @Test
    void who_goes_through_a_table_sees_it_as_it_was_at_one_moment() {
        insertHundred(0);
        Pid<Object> writer = spawn(() -> repeat(3_000, this::insertHundred));
        while (Processes.isAlive(writer)) {
            List<Integer> values = Ets.tab2list(table).stream().map(Tuple::value).toList();
            assertThat(values).hasSize(100).containsOnly(values.getFirst());
        }
    }

    @Test
    void a_row_that_is_replaced_is_there_all_the_time() {
        Ets.insert(table, Tuple.of("key", 0));
        Pid<Object> writer =
                spawn(() -> repeat(ROUNDS, round -> Ets.insert(table, Tuple.of("key", round))));
        while (Processes.isAlive(writer)) {
            assertThat(Ets.lookup(table, "key")).hasSize(1);
            assertThat(Ets.first(table)).contains("key");
        }
    }

    @Test
    void a_table_that_vanishes_under_its_readers_is_whole_or_not_there() {
        for (int round = 0; round < 200; round++) {
            EtsTable<String, Integer> vanishing = Ets.create(EtsOptions.set());
            Ets.insert(vanishing, List.of(Tuple.of("first", 1), Tuple.of("second", 1)));
            AtomicReference<Throwable> refusal = new AtomicReference<>();
            Monitor reader =
                    monitor(
                            spawn(() -> {
                                try {
                                    while (true) {
                                        assertThat(Ets.tab2list(vanishing)).hasSize(2);
                                        assertThat(Ets.lookup(vanishing, "first")).hasSize(1);
                                    }
                                } catch (Throwable thrown) {
                                    refusal.set(thrown);
                                }
                            }));
            Ets.delete(vanishing);
            reasonOf(reader);
            assertThat(refusal.get())
                    .isInstanceOf(EtsException.class)
                    .hasMessageEndingWith("there is no such table");
        }
    }

    @Test
    void rows_of_many_processes_under_one_key_all_arrive() {
        for (EtsOptions options : List.of(EtsOptions.bag(), EtsOptions.duplicateBag())) {
            EtsTable<String, Integer> bag = Ets.create(options.access(EtsAccess.PUBLIC));
            AtomicInteger next = new AtomicInteger();
            inProcesses(
                    10,
                    () -> repeat(100, _ -> Ets.insert(bag, Tuple.of("k", next.incrementAndGet()))));
            assertThat(Ets.lookup(bag, "k")).hasSize(1_000).doesNotHaveDuplicates();
            assertThat(Ets.info(bag).orElseThrow().size()).isEqualTo(1_000);
        }
    }

    @Test
    void a_long_list_gets_in_beside_a_process_that_changes_one_of_its_keys_all_the_time() {
        Ets.insert(table, Tuple.of("key 50", 0));
        Pid<Object> counting =
                spawn(() -> {
                    while (true) {
                        Ets.updateCounter(table, "key 50", 0);
                    }
                });
        repeat(100, this::insertHundred);
        Processes.exit(counting, ExitReason.KILL);
        assertThat(Ets.tab2list(table)).hasSize(100);
    }

    @Test
    void keys_that_come_and_go_are_counted_right_and_leave_nothing_behind() {
        for (EtsType type : EtsType.values()) {
            EtsTable<Object, Integer> busy =
                    Ets.create(EtsOptions.of(type).access(EtsAccess.PUBLIC));
            inProcesses(
                    4,
                    () ->
                            repeat(
                                    500,
                                    round -> {
                                        Tuple<Object, Integer> odd = Tuple.of("odd", round);
                                        // Keys of one hash code.
                                        Ets.insert(busy, List.of(odd, Tuple.of("Aa", 1)));
                                        Ets.insert(busy, Tuple.of("BB", 1));
                                        Ets.delete(busy, "Aa");
                                        Ets.take(busy, "BB");
                                        Ets.deleteObject(busy, odd);
                                        Ets.delete(busy, "odd");
                                    }));
            assertThat(Ets.tab2list(busy)).isEmpty();
            assertThat(Ets.first(busy)).isEmpty();
            assertThat(Ets.info(busy).orElseThrow().size()).isZero();
        }
    }

    @Test
    void a_table_that_is_deleted_as_it_is_created_is_listed_no_more() {
        EtsName<String, Integer> name = new EtsName<>(FreshName.of("ets_concurrency_test"));
        int before = ProcessTable.current().lifeline().belongings().copy().size();
        Pid<Object> deleting =
                spawn(() -> {
                    while (true) {
                        try {
                            Ets.delete(name);
                        } catch (EtsException notThere) {
                            // Not yet, or no more.
                        }
                    }
                });
        for (int round = 0; round < 50; round++) {
            Ets.create(name, EtsOptions.set().access(EtsAccess.PUBLIC));
            while (Ets.whereis(name).isPresent()) {
                Thread.yield();
            }
        }
        Processes.exit(deleting, ExitReason.KILL);
        assertThat(Ets.all()).doesNotContain(name);
        assertThat(ProcessTable.current().lifeline().belongings().copy()).hasSize(before);
    }

    private void insertHundred(int value) {
        Ets.insert(
                table,
                IntStream.range(0, 100).mapToObj(key -> Tuple.of("key " + key, value)).toList());
    }

    private void insertPair(int value) {
        Ets.insert(table, List.of(Tuple.of("first", value), Tuple.of("second", value)));
    }

    private static void repeat(int times, IntConsumer body) {
        IntStream.range(0, times).forEach(body);
    }

    private static void inProcesses(int count, Runnable body) {
        Gate monitored = new Gate();
        Runnable guarded =
                () -> {
                    monitored.pass();
                    body.run();
                };
        List<Monitor> monitors =
                IntStream.range(0, count).mapToObj(_ -> monitor(spawn(guarded))).toList();
        monitored.open();
        assertThat(monitors).extracting(Patience::reasonOf).containsOnly(ExitReason.NORMAL);
    }
}
