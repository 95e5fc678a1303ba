package gates.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassageTest {

    @ParameterizedTest
    @CsvSource({
        "process,A process ends.,true",
        "process,Processes end.,true",
        "process,(process),true",
        "process registry,Two process registries.,true",
        "process,A processor.,false",
        "process,otp.process,false",
        "bag,a duplicate-bag,false",
        "process,A proc.,false"
    })
    void a_phrase_is_found_whole_and_in_the_plural(String phrase, String text, boolean found) {
        assertThat(Passage.whole(phrase).matcher(text).find()).isEqualTo(found);
    }
}
