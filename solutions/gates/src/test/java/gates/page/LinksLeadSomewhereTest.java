package gates.page;

import static org.assertj.core.api.Assertions.assertThat;

import gates.Finding;
import gates.Fixture;

import kata.stage.Kata;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class LinksLeadSomewhereTest {

    @TempDir private Path folder;

    private Kata kata;

    @BeforeEach
    void write_a_kata() {
        kata = Fixture.kata(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[file](stages.yaml)",
                "[folder](part1/1-numbers)",
                "[folder](part1/1-numbers/)",
                "[from the root](/part1/1-numbers/README.md)",
                "[heading](part1/1-numbers/README.md#the-idea)",
                "# Here\n[heading](#here)",
                "[encoded](part1/1%2Dnumbers)",
                "[network](https://www.erlang.org/doc/apps/stdlib/gen_server#call)",
                "`[code](gone.md)`"
            })
    void a_link_may_lead_to_what_is_there(String page) throws IOException {
        assertThat(inspect(page)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    [x](gone.md)                         | there is no such file or folder
                    ![x](gone.png)                       | there is no such file or folder
                    [x](part1/1-numbers/README.md#gone)  | the page has no heading `#gone`
                    [x](#gone)                           | the page has no heading `#gone`
                    [x](pom.xml#L3)                      | only headings of Markdown pages can
                    [x]()                                | it is empty
                    [x](http://www.erlang.org)           | addresses in the network begin with https
                    [x](https:/www.erlang.org)           | it names no host
                    [x](<https://www.erlang.org/a[>)     | it is no address
                    """)
    void a_link_may_not_lead_nowhere(String page, String problem) throws IOException {
        assertThat(inspect("# Page\n\n" + page))
                .singleElement()
                .satisfies(finding -> assertThat(finding.where()).isEqualTo("PAGE.md:3"))
                .extracting(Finding::problem)
                .asString()
                .contains(problem);
    }

    @Test
    void pages_that_are_not_the_katas_own_are_left_alone() throws IOException {
        for (String place : List.of("target", ".kata/replaced", ".git", "a/node_modules")) {
            Path elsewhere = Files.createDirectories(folder.resolve(place));
            Files.writeString(elsewhere.resolve("PAGE.md"), "[x](gone.md)");
        }
        assertThat(inspect("No links.")).isEmpty();
    }

    private List<Finding> inspect(String page) throws IOException {
        Files.writeString(folder.resolve("PAGE.md"), page);
        return LinksLeadSomewhere.inspect(kata);
    }
}
