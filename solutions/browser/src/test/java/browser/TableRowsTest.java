package browser;

import static org.assertj.core.api.Assertions.assertThat;

import observer.Observer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import otp.Ets;
import otp.EtsName;
import otp.EtsOptions;
import otp.Tuple;

/** The rows of a table, as they are now. */
class TableRowsTest extends InBrowser {

    private static final EtsName<String, Integer> VISITS = new EtsName<>("visits");

    private Observer observer;
    private Page page;

    @BeforeEach
    void observe() {
        observer = Observer.start();
        Ets.create(VISITS, EtsOptions.set());
        page = browser().open(observer.address());
    }

    @AfterEach
    void stop() {
        Ets.delete(VISITS);
        observer.close();
    }

    @Test
    void a_row_that_is_changed_in_its_place_is_shown_as_it_is() {
        Ets.insert(VISITS, Tuple.of("today", 17));
        page.click("table :visits");
        page.waitUntilAsserted(() -> assertThat(page.text(".rows")).contains("17"));
        Ets.insert(VISITS, Tuple.of("today", 42));
        page.waitUntilAsserted(() -> assertThat(page.text(".rows")).contains("42"));
    }

    @Test
    void more_rows_stay_when_one_is_added() {
        for (int day = 0; day < 70; day++) {
            Ets.insert(VISITS, Tuple.of("day " + day, day));
        }
        page.click("table :visits");
        page.press("Show more of 20");
        page.waitUntilAsserted(() -> assertThat(rows()).isEqualTo(70));
        Ets.insert(VISITS, Tuple.of("today", 42));
        page.waitUntilAsserted(() -> assertThat(rows()).isEqualTo(71));
    }

    private long rows() {
        return page.<Long>script("return document.querySelectorAll('.rows tr').length");
    }
}
