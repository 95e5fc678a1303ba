package kata.compile;

import static org.assertj.core.api.Assertions.assertThat;

import kata.stage.SourceFile;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class CompiledTestCacheTest {

    private static final ClassFiles CLASSES =
            new ClassFiles(Map.of(Path.of("NumbersTest.class"), new byte[] {1}));

    private final CompiledTestCache tests = new CompiledTestCache();

    @Test
    void the_class_files_of_the_same_tests_are_there_again() {
        tests.keep(of("kept"), CLASSES);

        assertThat(tests.find(of("kept"))).contains(CLASSES);
    }

    @Test
    void other_tests_have_none() {
        tests.keep(of("kept"), CLASSES);

        assertThat(tests.find(of("other"))).isEmpty();
    }

    @Test
    void those_that_nobody_wants_are_forgotten() {
        tests.keep(of("kept"), CLASSES);
        for (int other = 1; other <= 20; other++) {
            tests.keep(of("other " + other), CLASSES);
        }

        assertThat(tests.find(of("kept"))).isEmpty();
        assertThat(tests.find(of("other 20"))).isPresent();
    }

    private static CompiledTestCache.CacheKey of(String text) {
        return new CompiledTestCache.CacheKey(
                List.of(new SourceFile("T.java", "T.java", text)), List.of(), new Abi(Map.of()));
    }
}
