package kata.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import kata.Fixture;
import kata.stage.OriginalTests;
import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.stage.StagesYaml;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** A learner pulls a newer version of the kata, with a real git. */
class PullTest {

    private static final Path ROOT =
            Path.of(System.getProperty("basedir", ""), "..").toAbsolutePath().normalize();
    private static final String NUMBERS = "part1/1-numbers/src/main/java/numbers/Numbers.java";
    private static final String AVERAGE = "part1/2-average/src/main/java/numbers/Numbers.java";
    private static final String SUM = "return all.stream().reduce(0, Integer::sum);";
    private static final String DRAFT = "return 0; // hours of work";

    @TempDir private Path folder;

    private Repository kata;
    private Repository learner;

    @BeforeEach
    void work_in_a_clone() throws IOException {
        assumeThat(Repository.isPossible()).as("this machine has git").isTrue();
        kata = new Repository(Files.createDirectories(folder.resolve("kata")));
        Fixture.kata(kata.folder());
        Files.copy(ROOT.resolve(".gitignore"), kata.folder().resolve(".gitignore"));
        kata.git("init", "--quiet");
        publish();
        learner = new Repository(folder.resolve("learner"));
        kata.git("clone", "--quiet", ".", learner.folder().toString());
        solveTheFirstStage();
        beginTheSecond();
    }

    @Test
    void a_newer_version_leaves_a_learners_work_as_it_is() throws IOException {
        String committed = learners(NUMBERS);
        String draft = learners(AVERAGE);
        improveLessonTestAndReference();
        insertAStage();
        publish();

        learner.git("pull", "--quiet", "--no-rebase", "--no-edit");

        assertThat(learners("part1/1-numbers/README.md")).contains("Numbers add up, always.");
        assertThat(learners(NUMBERS)).isEqualTo(committed);
        assertThat(learners(AVERAGE)).isEqualTo(draft);
        assertThat(learners("part1/2-average/src/main/java/numbers/Own.java")).contains("mine");
        assertThat(Output.by(learner.folder(), "list").out())
                .contains("✓ solved      1-numbers", "✗ not solved  1b-count", "1 of 3 solved")
                .contains("Next: part1/1b-count");
    }

    @Test
    void changed_starters_are_refused_until_the_learner_does_what_the_readme_says()
            throws IOException {
        String draft = learners(AVERAGE);
        for (String starter : List.of(NUMBERS, AVERAGE)) {
            Fixture.replace(kata.folder().resolve(starter), "TODO 1: return", "TODO 1: answer");
        }
        publish();

        assertThat(learner.exitCode("pull", "--quiet", "--no-rebase", "--no-edit")).isNotZero();
        assertThat(learners(AVERAGE)).isEqualTo(draft);

        for (String command : commandsOfTheReadme()) {
            learner.git(command.substring("git ".length()).split(" "));
        }

        assertThat(learners(NUMBERS)).contains(SUM);
        assertThat(learners(AVERAGE)).contains(DRAFT);
        assertThat(learners("part1/2-average/src/main/java/numbers/Own.java")).contains("mine");
        assertThat(Output.by(learner.folder(), "list").out()).contains("✓ solved      1-numbers");
    }

    @Test
    void what_the_kata_remembers_can_be_derived_anew() throws IOException {
        Output.by(learner.folder(), "hint", "2-average");
        Output before = Output.by(learner.folder(), "list");
        for (String file : List.of("progress", "stage", "hints")) {
            Files.deleteIfExists(learner.folder().resolve(".kata").resolve(file));
        }
        assertThat(Output.by(learner.folder(), "list").out())
                .isEqualTo(before.out())
                .contains("✓ solved      1-numbers", "1 of 2 solved");
    }

    private void solveTheFirstStage() throws IOException {
        Fixture.copy("solved", learner.folder());
        learner.git("commit", "--quiet", "--all", "--message", "Solve the first stage");
    }

    private void beginTheSecond() throws IOException {
        Path average = learner.folder().resolve(AVERAGE);
        Fixture.replace(
                average,
                "throw new UnsupportedOperationException(\"TODO 1: return the average of the"
                        + " numbers.\");",
                DRAFT);
        Files.writeString(average.resolveSibling("Own.java"), "// mine\n");
    }

    private void improveLessonTestAndReference() throws IOException {
        Path stage = kata.folder().resolve("part1/1-numbers");
        Fixture.replace(stage.resolve("README.md"), "add up.", "add up, always.");
        Files.writeString(
                stage.resolve("src/test/java/numbers/NumbersTest.java"),
                "// A better test.\n",
                StandardOpenOption.APPEND);
        Fixture.replace(
                kata.folder().resolve("solutions").resolve(NUMBERS),
                SUM,
                "return all.stream().mapToInt(Integer::intValue).sum() + 0;");
        listTheTests();
    }

    private void listTheTests() throws IOException {
        Stage stage = StagesYaml.read(kata.folder()).stage("part1/1-numbers");
        List<SourceFile> tests = SourceFile.in(stage.root(), stage.testSources());
        Files.writeString(OriginalTests.fileOf(stage), OriginalTests.text(tests));
    }

    private void insertAStage() throws IOException {
        for (String part : List.of("part1", "solutions/part1")) {
            Path chapter = kata.folder().resolve(part);
            copy(chapter.resolve("1-numbers"), chapter.resolve("1b-count"));
        }
        Fixture.replace(
                kata.folder().resolve("stages.yaml"),
                "      - name: 2-average\n",
                String.join(
                        "\n",
                        "      - name: 1b-count",
                        "        title: How many they are",
                        "        learned: count",
                        "        tasks:",
                        "          - Add the numbers up",
                        "          - Find the largest number",
                        "      - name: 2-average",
                        ""));
        Fixture.replace(
                kata.folder().resolve("pom.xml"),
                "    <module>part1/2-average</module>\n",
                "    <module>part1/1b-count</module>\n    <module>part1/2-average</module>\n");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)));
            }
        }
    }

    private void publish() throws IOException {
        kata.git("add", "--all");
        kata.git("commit", "--quiet", "--message", "Publish a version");
    }

    private static List<String> commandsOfTheReadme() throws IOException {
        List<String> commands;
        try (Stream<String> lines = Files.lines(ROOT.resolve("README.md"))) {
            commands = lines.filter(line -> line.startsWith("git ")).toList();
        }
        assertThat(commands).last().asString().startsWith("git pull ");
        return commands;
    }

    private String learners(String file) throws IOException {
        return Files.readString(learner.folder().resolve(file));
    }
}
