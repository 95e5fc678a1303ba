package kata.run;

import static org.assertj.core.api.Assertions.assertThat;

import kata.model.SourceFile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class CompiledTestsTest {

    @TempDir Path folder;
    private final CompiledTests tests = new CompiledTests();
    private Path target;

    @BeforeEach
    void compileSome() throws IOException {
        Path compiled = Files.createDirectories(folder.resolve("compiled/numbers"));
        Files.writeString(compiled.resolve("NumbersTest.class"), "bytes");
        Files.writeString(compiled.resolve("example.txt"), "not compiled");
        tests.keep(of("kept"), folder.resolve("compiled"));
        target = Files.createDirectory(folder.resolve("target"));
    }

    @Test
    void class_files_are_there_again_and_nothing_else() {
        assertThat(tests.write(of("kept"), target)).isTrue();

        assertThat(target.resolve("numbers/NumbersTest.class")).hasContent("bytes");
        assertThat(target.resolve("numbers/example.txt")).doesNotExist();
    }

    @Test
    void other_tests_have_none() {
        assertThat(tests.write(of("other"), target)).isFalse();

        assertThat(target).isEmptyDirectory();
    }

    @Test
    void those_that_nobody_wants_are_forgotten() {
        for (int other = 1; other <= 20; other++) {
            tests.keep(of("other " + other), folder.resolve("compiled"));
        }

        assertThat(tests.write(of("kept"), target)).isFalse();
        assertThat(tests.write(of("other 20"), target)).isTrue();
    }

    private static CompiledTests.Circumstances of(String text) {
        return new CompiledTests.Circumstances(
                List.of(new SourceFile("T.java", "T.java", text)),
                List.of(),
                new Surface(Map.of()));
    }
}
