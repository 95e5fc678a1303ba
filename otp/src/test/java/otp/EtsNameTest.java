package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.util.Optional;

@RuntimeTest
class EtsNameTest {

    private static final EtsOptions SET = EtsOptions.set();
    private static final EtsOptions BAG = EtsOptions.bag();

    private final EtsName<String, Object> name = new EtsName<>(FreshName.of("ets_name_test"));
    private final EtsName<String, Object> other = new EtsName<>(FreshName.of("ets_name_test"));

    @Test
    void a_table_with_a_name_is_reached_by_it() {
        assertThat(Ets.create(name, SET)).isEqualTo(name);
        Ets.insert(name, Tuple.of("a", 1));
        assertThat(Ets.lookup(new EtsName<>(name.value()), "a")).hasSize(1);
    }

    @Test
    void a_name_of_a_table_is_refused_to_a_second() {
        Ets.create(name, SET);
        assertThatThrownBy(() -> Ets.create(name, BAG))
                .isInstanceOf(EtsException.class)
                .hasMessage("create on " + name + ": another table has the name");
        assertThat(Ets.info(name).orElseThrow().type()).isEqualTo(EtsType.SET);
    }

    @Test
    void a_refusal_names_the_table_by_its_name() {
        Ets.create(name, SET);
        assertThatThrownBy(() -> Ets.updateCounter(name, "missing", 1))
                .hasMessageStartingWith("updateCounter on " + name + ": ");
    }

    @Test
    void a_name_without_a_table_is_refused_with_the_name_and_the_operation() {
        assertNoTable(() -> Ets.lookup(name, "a"), "lookup on " + name);
        assertNoTable(() -> Ets.insert(name, Tuple.of("a", 1)), "insert on " + name);
        assertNoTable(() -> Ets.delete(name), "delete on " + name);
        assertThat(Ets.info(name)).isEmpty();
        assertThat(Ets.whereis(name)).isEmpty();
    }

    @Test
    void a_deleted_table_is_refused_and_its_name_is_free() {
        Ets.create(name, SET);
        EtsTable<String, Object> table = Ets.whereis(name).orElseThrow();
        Ets.delete(name);
        assertNoTable(() -> Ets.lookup(table, "a"), "lookup on " + table);
        assertNoTable(() -> Ets.tab2list(table), "tab2list on " + table);
        assertNoTable(() -> Ets.delete(table), "delete on " + table);
        Ets.create(name, SET);
        assertThat(Ets.whereis(name)).isPresent().isNotEqualTo(Optional.of(table));
    }

    @Test
    void a_name_means_the_table_that_has_it_now() {
        Ets.create(name, SET);
        Ets.insert(name, Tuple.of("a", "first"));
        Ets.delete(name);
        Ets.create(name, SET);
        assertThat(Ets.lookup(name, "a")).isEmpty();
        Ets.rename(name, other);
        assertNoTable(() -> Ets.lookup(name, "a"), "lookup on " + name);
    }

    @Test
    void a_renamed_table_keeps_its_rows() {
        Ets.create(name, SET);
        Ets.insert(name, Tuple.of("a", 1));
        assertThat(Ets.rename(name, other)).isEqualTo(other);
        assertThat(Ets.member(other, "a")).isTrue();
        assertThat(Ets.whereis(name)).isEmpty();
    }

    @Test
    void a_name_in_use_is_refused_to_a_renamed_table_even_if_it_is_its_own() {
        Ets.create(name, SET);
        Ets.create(other, SET);
        assertThatThrownBy(() -> Ets.rename(name, other)).isInstanceOf(EtsException.class);
        assertThatThrownBy(() -> Ets.rename(name, name)).isInstanceOf(EtsException.class);
        assertThat(Ets.whereis(name)).isPresent();
    }

    @Test
    void a_table_without_a_name_is_not_renamed() {
        EtsTable<String, Object> table = Ets.create(SET);
        assertThatThrownBy(() -> Ets.rename(table, name))
                .isInstanceOf(EtsException.class)
                .hasMessageContaining("without a name");
    }

    @Test
    void the_info_says_what_a_table_is() {
        Pid<Object> heir = Processes.self();
        Ets.create(name, BAG.heir(heir, null));
        Ets.insert(name, Tuple.of("a", 1));
        assertThat(Ets.info(name))
                .contains(
                        new EtsInfo(
                                Optional.of(name),
                                EtsType.BAG,
                                EtsAccess.PROTECTED,
                                Processes.self(),
                                Optional.of(heir),
                                1));
    }

    @Test
    void all_tables_are_listed_by_their_names_or_as_themselves() {
        EtsTable<String, Object> table = Ets.create(SET);
        Ets.create(name, SET);
        assertThat(Ets.all()).contains(table, name);
        Ets.delete(name);
        assertThat(Ets.all()).contains(table).doesNotContain(name);
    }

    private static void assertNoTable(ThrowingCallable operation, String beginning) {
        assertThatThrownBy(operation)
                .isInstanceOf(EtsException.class)
                .hasMessage(beginning + ": there is no such table");
    }
}
