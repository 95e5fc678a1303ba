package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.Optional;

@RuntimeTest
class EtsNameTest {

    private static final EtsName<String, Object> NAME = new EtsName<>("ets_name_test");
    private static final EtsName<String, Object> OTHER = new EtsName<>("ets_name_test_other");

    /** The clean-up runs in another thread than the tests, and therefore in another process. */
    private static final EtsOptions SET = EtsOptions.set().access(EtsAccess.PUBLIC);

    private static final EtsOptions BAG = EtsOptions.bag().access(EtsAccess.PUBLIC);

    @AfterEach
    void delete() {
        Ets.whereis(NAME).ifPresent(Ets::delete);
        Ets.whereis(OTHER).ifPresent(Ets::delete);
    }

    @Test
    void a_table_with_a_name_is_reached_by_it() {
        assertThat(Ets.create(NAME, SET)).isEqualTo(NAME);
        Ets.insert(NAME, Tuple.of("a", 1));
        assertThat(Ets.lookup(new EtsName<>("ets_name_test"), "a")).hasSize(1);
    }

    @Test
    void a_name_of_a_table_is_refused_to_a_second() {
        Ets.create(NAME, SET);
        assertThatThrownBy(() -> Ets.create(NAME, BAG))
                .isInstanceOf(EtsException.class)
                .hasMessage("create on :ets_name_test: another table has the name");
        assertThat(Ets.info(NAME).orElseThrow().type()).isEqualTo(EtsType.SET);
    }

    @Test
    void a_refusal_names_the_table_by_its_name() {
        Ets.create(NAME, SET);
        assertThatThrownBy(() -> Ets.updateCounter(NAME, "missing", 1))
                .hasMessageStartingWith("updateCounter on :ets_name_test: ");
    }

    @Test
    void a_name_without_a_table_is_refused_with_the_name_and_the_operation() {
        assertNoTable(() -> Ets.lookup(NAME, "a"), "lookup on :ets_name_test");
        assertNoTable(() -> Ets.insert(NAME, Tuple.of("a", 1)), "insert on :ets_name_test");
        assertNoTable(() -> Ets.delete(NAME), "delete on :ets_name_test");
        assertThat(Ets.info(NAME)).isEmpty();
        assertThat(Ets.whereis(NAME)).isEmpty();
    }

    @Test
    void a_deleted_table_is_refused_and_its_name_is_free() {
        Ets.create(NAME, SET);
        EtsTable<String, Object> table = Ets.whereis(NAME).orElseThrow();
        Ets.delete(NAME);
        assertNoTable(() -> Ets.lookup(table, "a"), "lookup on " + table);
        assertNoTable(() -> Ets.tab2list(table), "tab2list on " + table);
        assertNoTable(() -> Ets.delete(table), "delete on " + table);
        Ets.create(NAME, SET);
        assertThat(Ets.whereis(NAME)).isPresent().isNotEqualTo(Optional.of(table));
    }

    @Test
    void a_name_means_the_table_that_has_it_now() {
        Ets.create(NAME, SET);
        Ets.insert(NAME, Tuple.of("a", "first"));
        Ets.delete(NAME);
        Ets.create(NAME, SET);
        assertThat(Ets.lookup(NAME, "a")).isEmpty();
        Ets.rename(NAME, OTHER);
        assertNoTable(() -> Ets.lookup(NAME, "a"), "lookup on :ets_name_test");
    }

    @Test
    void a_renamed_table_keeps_its_rows() {
        Ets.create(NAME, SET);
        Ets.insert(NAME, Tuple.of("a", 1));
        assertThat(Ets.rename(NAME, OTHER)).isEqualTo(OTHER);
        assertThat(Ets.member(OTHER, "a")).isTrue();
        assertThat(Ets.whereis(NAME)).isEmpty();
    }

    @Test
    void a_name_in_use_is_refused_to_a_renamed_table_even_if_it_is_its_own() {
        Ets.create(NAME, SET);
        Ets.create(OTHER, SET);
        assertThatThrownBy(() -> Ets.rename(NAME, OTHER)).isInstanceOf(EtsException.class);
        assertThatThrownBy(() -> Ets.rename(NAME, NAME)).isInstanceOf(EtsException.class);
        assertThat(Ets.whereis(NAME)).isPresent();
    }

    @Test
    void a_table_without_a_name_is_not_renamed() {
        EtsTable<String, Object> table = Ets.create(SET);
        assertThatThrownBy(() -> Ets.rename(table, NAME))
                .isInstanceOf(EtsException.class)
                .hasMessageContaining("without a name");
    }

    @Test
    void the_info_says_what_a_table_is() {
        Pid<Object> heir = Processes.self();
        Ets.create(NAME, BAG.heir(heir, null));
        Ets.insert(NAME, Tuple.of("a", 1));
        assertThat(Ets.info(NAME))
                .contains(
                        new EtsInfo(
                                Optional.of(NAME),
                                EtsType.BAG,
                                EtsAccess.PUBLIC,
                                Processes.self(),
                                Optional.of(heir),
                                1));
    }

    @Test
    void all_tables_are_listed_by_their_names_or_as_themselves() {
        EtsTable<String, Object> table = Ets.create(SET);
        Ets.create(NAME, SET);
        assertThat(Ets.all()).contains(table, NAME);
        Ets.delete(NAME);
        assertThat(Ets.all()).contains(table).doesNotContain(NAME);
    }

    private static void assertNoTable(ThrowingCallable operation, String beginning) {
        assertThatThrownBy(operation)
                .isInstanceOf(EtsException.class)
                .hasMessage(beginning + ": there is no such table");
    }
}
