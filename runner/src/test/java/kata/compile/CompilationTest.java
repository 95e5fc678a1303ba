package kata.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import kata.Fixture;
import kata.stage.KataException;
import kata.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class CompilationTest {

    @TempDir Path root;

    @Test
    void code_and_tests_come_out_in_folders_of_their_own() throws IOException {
        Compilation compiled = compiled(Fixture.stage(root));

        assertThat(compiled.classes().resolve("numbers/Numbers.class")).exists();
        assertThat(compiled.testClasses().resolve("numbers/NumbersTest.class")).exists();
        assertThat(compiled.testClasses()).endsWith(Path.of("target/test-classes"));
        assertThat(compiled.classes()).startsWith(root.resolve(".kata/out").toRealPath());
        assertThat(compiled.classes().toString())
                .contains(Path.of("part1/1-numbers/learner").toString());
    }

    @Test
    void the_classes_of_an_earlier_run_are_gone() {
        Stage stage = Fixture.stage(root);
        Compilation first = compiled(stage);
        Compilation second = compiled(stage);

        assertThat(first.classes()).doesNotExist().isNotEqualTo(second.classes());
    }

    /** Code is compiled where it is new, and else only written. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_class_that_cannot_be_written_is_no_error_in_the_code(boolean isNew) throws IOException {
        Stage stage = Fixture.stage(root);
        if (isNew) {
            Fixture.replace(code(stage), "TODO 1", "TODO 1 on " + root);
        } else {
            compiled(stage);
        }
        Path inItsPlace = stage.folder().resolve("src/main/resources/numbers");
        Files.createDirectories(inItsPlace.getParent());
        Files.writeString(inItsPlace, "no folder");

        assertThatExceptionOfType(KataException.class)
                .isThrownBy(() -> Compilation.of(StageCode.learner(stage)))
                .withMessageContainingAll("cannot be written", "that the disk is not full");
    }

    @Test
    void tests_are_there_again_when_only_the_code_of_methods_has_changed() throws IOException {
        Stage stage = Fixture.stage(root);
        byte[] test = testClass(compiled(stage));
        Fixture.replace(
                code(stage),
                """
                throw new UnsupportedOperationException("TODO 1: return the sum of the numbers.");
                """
                        .strip(),
                "return 1;");

        assertThat(testClass(compiled(stage))).isEqualTo(test);
    }

    @Test
    void tests_are_held_against_code_that_looks_different() {
        Stage stage = Fixture.stage(root);
        compiled(stage);
        Fixture.replace(code(stage), "largest()", "most()");

        assertThat(errors(stage)).isNotEmpty();
    }

    @Test
    void tests_that_have_changed_are_compiled_again() throws IOException {
        Stage stage = Fixture.stage(root);
        byte[] test = testClass(compiled(stage));
        Fixture.replace(
                stage.testSources().resolve("numbers/NumbersTest.java"), "void ", "void also_");

        assertThat(testClass(compiled(stage))).isNotEqualTo(test);
    }

    @Test
    void a_source_that_is_a_link_is_compiled_as_its_target() throws IOException {
        Stage stage = Fixture.stage(root);
        Path moved = root.resolve("elsewhere");
        Files.move(stage.starterSources(), moved);
        Files.createSymbolicLink(stage.starterSources(), moved);
        Path file = code(stage);
        Files.move(file, root.resolve("Linked.java"));
        Files.createSymbolicLink(file, root.resolve("Linked.java"));

        assertThat(errors(stage)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"._Numbers.java", ".#Numbers.java", ".Numbers.java.swp"})
    void what_editors_and_systems_leave_beside_it_is_no_source(String name) throws IOException {
        Stage stage = Fixture.stage(root);
        Files.write(code(stage).resolveSibling(name), new byte[] {0, (byte) 0xff});

        assertThat(errors(stage)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a[1].java", "a{b}.java", "a^b.java", "100%.java", "a b#c.java"})
    void a_file_may_have_any_name(String name) throws IOException {
        Stage stage = Fixture.stage(root);
        Files.writeString(code(stage).resolveSibling(name), "package numbers; class Other {}");

        assertThat(errors(stage)).isEmpty();
    }

    @Test
    void resources_stand_beside_the_classes() throws IOException {
        Stage stage = Fixture.stage(root);
        write(stage.folder().resolve("src/main/resources/deep/settings.txt"));
        write(stage.folder().resolve("src/test/resources/example.txt"));

        Compilation compiled = compiled(stage);

        assertThat(compiled.classes().resolve("deep/settings.txt")).exists();
        assertThat(compiled.testClasses().resolve("example.txt")).exists();
    }

    @Test
    void an_error_is_told_as_the_compiler_tells_it() {
        assertThat(errors(Fixture.stage(root, "does-not-compile")))
                .extracting(CompileError::print)
                .containsExactly(
                        """
                        part1/1-numbers/src/main/java/numbers/Numbers.java:16: error: \
                        incompatible types: java.lang.String cannot be converted to int
                                int sum = "nothing";
                                          ^\
                        """,
                        """
                        part1/1-numbers/src/main/java/numbers/Numbers.java:17: error: \
                        cannot find symbol
                        \t\treturn som;
                        \t\t       ^
                          symbol:   variable som
                          location: class numbers.Numbers\
                        """);
    }

    @Test
    void of_a_long_line_the_part_is_shown_that_is_wrong() {
        Stage stage = Fixture.stage(root);
        String blanks = " ".repeat(1_000_000);
        Fixture.replace(
                code(stage),
                "package numbers;",
                "package numbers;%sclass 1 %1$s".formatted(blanks));

        assertThat(errors(stage).getFirst())
                .satisfies(error -> {
                    assertThat(error.sourceLine()).hasSizeLessThan(500).contains("class 1");
                    assertThat(error.sourceLine().substring(error.column() - 1)).startsWith(" 1");
                });
    }

    @Test
    void the_import_that_is_missing_is_named() throws IOException {
        Stage stage = Fixture.stage(root);
        Files.createDirectories(stage.starterSources().resolve("other"));
        Files.writeString(
                stage.starterSources().resolve("other/Helper.java"),
                "package other; public class Helper {}");
        Files.writeString(
                code(stage).resolveSibling("User.java"),
                "package numbers; class User { TreeMap<String, Helper> all; Nowhere none; }");
        assertThat(errors(stage))
                .extracting(error -> error.message().lines().toList().getLast())
                .containsExactly(
                        "  is it java.util.TreeMap? Then import it.",
                        "  is it other.Helper? Then import it.",
                        "  location: class numbers.User");
    }

    @Test
    void tests_that_do_not_fit_the_code_are_errors_too() {
        Stage stage = Fixture.stage(root);
        Fixture.replace(
                stage.starterSources().resolve("numbers/Numbers.java"), "largest()", "most()");

        assertThat(errors(stage))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.file())
                            .isEqualTo("part1/1-numbers/src/test/java/numbers/NumbersTest.java");
                    assertThat(error.line()).isEqualTo(31);
                    assertThat(error.firstLine()).isEqualTo("cannot find symbol");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.assertj.core.util",
                "org.junit.jupiter.api",
                "tools.jackson.dataformat.yaml"
            })
    void code_may_use_no_more_than_it_may_with_Maven(String library) {
        Stage stage = Fixture.stage(root);
        Fixture.replace(
                code(stage),
                "package numbers;",
                "package numbers; import %s.*;".formatted(library));

        assertThat(errors(stage))
                .extracting(CompileError::message)
                .contains("package %s does not exist".formatted(library));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.fasterxml.jackson.annotation.JsonProperty",
                "tools.jackson.core.JacksonException",
                "tools.jackson.databind.json.JsonMapper"
            })
    void code_may_use_what_it_may_with_Maven(String type) {
        Stage stage = Fixture.stage(root);
        Fixture.replace(
                code(stage), "package numbers;", "package numbers; import %s;".formatted(type));

        assertThat(errors(stage)).isEmpty();
    }

    @Test
    void a_class_in_the_wrong_file_is_an_error_and_no_crash() throws IOException {
        Stage stage = Fixture.stage(root);
        Path file = stage.starterSources().resolve("numbers/Other name%.java");
        Files.writeString(file, "package numbers;\npublic class Another {}\n");

        assertThat(errors(stage))
                .singleElement()
                .extracting(CompileError::firstLine)
                .asString()
                .contains("should be declared in a file named Another.java");
    }

    @Test
    void an_output_folder_that_cannot_be_written_is_named() throws IOException {
        Stage stage = Fixture.stage(root);
        Files.createFile(root.resolve(".kata"));

        assertThatExceptionOfType(KataException.class)
                .isThrownBy(() -> Compilation.of(StageCode.learner(stage)))
                .withMessageStartingWith("%s cannot be written (".formatted(root.resolve(".kata")));
    }

    @Test
    void a_stage_without_code_is_told_apart_from_one_without_tests() throws IOException {
        Stage stage = Fixture.stage(root);
        Files.move(stage.testSources(), root.resolve("elsewhere"));
        refuses(stage, "Stage part1/1-numbers (learner) has no tests: get its files back");

        Files.move(stage.starterSources(), root.resolve("elsewhere-too"));
        refuses(stage, "Stage part1/1-numbers (learner) has no Java files: get its files back");
    }

    @Test
    void a_file_that_is_not_utf_8_is_named() throws IOException {
        Stage stage = Fixture.stage(root);
        Files.write(stage.starterSources().resolve("numbers/Bad.java"), new byte[] {(byte) 0xfc});

        refuses(
                stage,
                "part1/1-numbers/src/main/java/numbers/Bad.java is not UTF-8 text: save it as"
                        + " UTF-8.");
    }

    @Test
    void a_byte_order_mark_is_named_and_not_left_to_the_compiler() throws IOException {
        Stage stage = Fixture.stage(root);
        Files.writeString(code(stage), "\uFEFF" + Files.readString(code(stage)));

        refuses(
                stage,
                "part1/1-numbers/src/main/java/numbers/Numbers.java begins with a byte order"
                        + " mark,");
    }

    @Test
    void a_kata_that_was_moved_is_not_called_a_stage_without_code() throws IOException {
        Stage stage = Fixture.stage(Files.createDirectory(root.resolve("kata")));
        StageCode code = StageCode.learner(stage);
        Files.move(stage.root(), root.resolve("moved"));
        refuses(stage, "The kata's folder %s is gone: start ./kata".formatted(stage.root()));
        assertThatExceptionOfType(KataException.class).isThrownBy(() -> Compilation.of(code));
        assertThat(stage.root()).doesNotExist();
    }

    private static void refuses(Stage stage, String message) {
        assertThatExceptionOfType(KataException.class)
                .isThrownBy(() -> Compilation.of(StageCode.learner(stage)))
                .withMessageStartingWith(message);
    }

    private static List<CompileError> errors(Stage stage) {
        return Compilation.of(StageCode.learner(stage)).errors();
    }

    private static Compilation compiled(Stage stage) {
        return Compilation.of(StageCode.learner(stage));
    }

    private static Path code(Stage stage) {
        return stage.starterSources().resolve("numbers/Numbers.java");
    }

    private static byte[] testClass(Compilation compiled) throws IOException {
        return Files.readAllBytes(compiled.testClasses().resolve("numbers/NumbersTest.class"));
    }

    private static void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "content");
    }
}
