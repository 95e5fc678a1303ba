package gates.derive;

import static org.assertj.core.api.Assertions.assertThat;

import gates.Fixture;

import kata.stage.Kata;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class MistakeListTest {

    private static final String EMPTY =
            "# Workshop\n<!-- mistakes -->\n<!-- end of mistakes -->\nAnd more.\n";

    @TempDir private Path folder;

    @Test
    void each_wrong_solution_is_a_mistake_that_leads_to_its_paragraph() {
        assertThat(MistakeList.rewrite(EMPTY, Fixture.kata(folder)))
                .contains(
                        """
                        ### part1/1-numbers

                        - [The first number is left out](part1/1-numbers/README.md#the-idea)
                        """)
                .startsWith("# Workshop\n<!-- mistakes -->\n")
                .endsWith("<!-- end of mistakes -->\nAnd more.\n");
    }

    @Test
    void a_list_that_is_out_of_date_is_found() throws IOException {
        Kata kata = Fixture.kata(folder);
        Files.writeString(
                folder.resolve("README.md"),
                StageMap.rewrite("<!-- stages -->\n<!-- end of stages -->\n", kata));
        Files.writeString(folder.resolve("WORKSHOP.md"), EMPTY);
        assertThat(outOfDate(kata)).containsExactly("WORKSHOP.md");

        Files.writeString(folder.resolve("WORKSHOP.md"), MistakeList.rewrite(EMPTY, kata));
        assertThat(outOfDate(kata)).isEmpty();
    }

    private static List<String> outOfDate(Kata kata) {
        return DerivedFiles.ofKata(kata).stream()
                .filter(file -> file.difference().isPresent())
                .map(file -> file.path().getFileName().toString())
                .toList();
    }
}
