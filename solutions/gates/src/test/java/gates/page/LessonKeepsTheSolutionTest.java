package gates.page;

import static org.assertj.core.api.Assertions.assertThat;

import gates.Finding;
import gates.Fixture;

import kata.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class LessonKeepsTheSolutionTest {

    @TempDir private Path folder;

    @Test
    void a_line_of_a_task_is_found_however_it_is_laid_out() throws IOException {
        assertThat(inspect("```java\nreturn all.stream()\n    .reduce(0, Integer::sum);\n```"))
                .singleElement()
                .extracting(Finding::problem)
                .asString()
                .startsWith("The lesson says what task 1 asks for: return all.stream().reduce(");
    }

    @Test
    void another_example_and_short_lines_pass() throws IOException {
        assertThat(inspect("```java\nreturn all.stream().reduce(1, Integer::product);\n}\n```"))
                .isEmpty();
    }

    private List<Finding> inspect(String idea) throws IOException {
        Stage stage = Fixture.stage(folder);
        Files.writeString(stage.lesson(), "# Numbers\n## The idea\n" + idea);
        return new LessonKeepsTheSolution().inspect(stage);
    }
}
