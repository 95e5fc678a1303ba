package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import static otp.Patience.inProcess;
import static otp.Patience.reasonOf;

import org.junit.jupiter.api.Test;

@RuntimeTest
class EtsAccessTest {

    @Test
    void a_table_is_protected_unless_it_says_otherwise() {
        assertThat(EtsOptions.bag().access()).isEqualTo(EtsAccess.PROTECTED);
    }

    @Test
    void the_owner_reads_and_writes_whatever_the_access() {
        EtsTable<Integer, Object> protectedTable = tableOf(EtsAccess.PROTECTED);
        EtsTable<Integer, Object> privateTable = tableOf(EtsAccess.PRIVATE);
        Ets.insert(privateTable, Tuple.of(1, "a"));
        Ets.insert(protectedTable, Tuple.of(1, "a"));
        assertThat(Ets.member(privateTable, 1)).isTrue();
        assertThat(Ets.member(protectedTable, 1)).isTrue();
    }

    @Test
    void others_read_and_write_a_public_table() {
        EtsTable<Integer, Object> publicTable = tableOf(EtsAccess.PUBLIC);
        assertThat(inProcess(() -> Ets.insertNew(publicTable, Tuple.of(1, "a")))).isTrue();
        assertThat(inProcess(() -> Ets.lookup(publicTable, 1))).hasSize(1);
    }

    @Test
    void others_read_a_protected_table_but_do_not_write_to_it() {
        EtsTable<Integer, Object> protectedTable = tableOf(EtsAccess.PROTECTED);
        Ets.insert(protectedTable, Tuple.of(1, "a"));
        assertThat(inProcess(() -> Ets.lookup(protectedTable, 1))).hasSize(1);
        assertThat(refusal(() -> Ets.insert(protectedTable, Tuple.of(1, "b"))))
                .isEqualTo(
                        "insert on %s: it is protected, and belongs to %s"
                                .formatted(protectedTable, Processes.self()));
        assertThat(Ets.lookup(protectedTable, 1)).containsExactly(Tuple.of(1, "a"));
    }

    @Test
    void others_neither_read_nor_write_a_private_table() {
        EtsTable<Integer, Object> privateTable = tableOf(EtsAccess.PRIVATE);
        assertThat(refusal(() -> Ets.lookup(privateTable, 1))).contains("it is private");
        assertThat(refusal(() -> Ets.insert(privateTable, Tuple.of(1, 1))))
                .contains("it is private");
    }

    @Test
    void every_kind_of_write_is_refused_to_others() {
        EtsTable<Integer, Object> protectedTable = tableOf(EtsAccess.PROTECTED);
        assertThat(refusal(() -> Ets.delete(protectedTable))).contains("it is protected");
        assertThat(refusal(() -> Ets.delete(protectedTable, 1))).contains("it is protected");
        assertThat(refusal(() -> Ets.deleteAllObjects(protectedTable))).contains("it is protected");
        assertThat(refusal(() -> Ets.take(protectedTable, 1))).contains("it is protected");
        assertThat(refusal(() -> Ets.updateCounter(protectedTable, 1, 1)))
                .contains("it is protected");
    }

    @Test
    void others_delete_a_public_table() {
        EtsTable<Integer, Object> publicTable = tableOf(EtsAccess.PUBLIC);
        inProcess(() -> {
            Ets.delete(publicTable);
            return true;
        });
        assertThat(Ets.info(publicTable)).isEmpty();
    }

    @Test
    void others_do_not_give_away_even_a_public_table() {
        EtsTable<Integer, Object> publicTable = tableOf(EtsAccess.PUBLIC);
        Pid<Object> owner = Processes.self();
        assertThat(refusal(() -> Ets.giveAway(publicTable, owner, "data"))).contains("belongs to");
    }

    @Test
    void everybody_gets_the_info_of_a_private_table() {
        EtsTable<Integer, Object> privateTable = tableOf(EtsAccess.PRIVATE);
        assertThat(inProcess(() -> Ets.info(privateTable).orElseThrow().access()))
                .isEqualTo(EtsAccess.PRIVATE);
    }

    @Test
    void a_killed_process_neither_reads_nor_writes_any_more() {
        EtsTable<Integer, Object> protectedTable = tableOf(EtsAccess.PROTECTED);
        Gate reading = new Gate();
        Pid<Object> reader =
                Processes.spawn(() -> {
                    while (true) {
                        Ets.lookup(protectedTable, 1);
                        reading.open();
                    }
                });
        reading.pass();
        Monitor monitor = Processes.monitor(reader);
        Processes.exit(reader, ExitReason.KILL);
        assertThat(reasonOf(monitor)).isEqualTo(ExitReason.KILLED);
    }

    private static EtsTable<Integer, Object> tableOf(EtsAccess access) {
        return Ets.create(EtsOptions.set().access(access));
    }

    /** Runs code in another process; returns why a table refused it. */
    private static String refusal(Runnable code) {
        return inProcess(() -> catchThrowableOfType(EtsException.class, code::run).getMessage());
    }
}
