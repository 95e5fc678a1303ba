package gates;

import static com.google.googlejavaformat.java.JavaFormatterOptions.Style.AOSP;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** All Java of the repository is formatted as google-java-format does it, in its AOSP style. */
class FormatTest {

    private static final Path ROOT = Path.of(System.getProperty("kata.root"));
    private static final boolean WRITE = Boolean.getBoolean("format.write");

    private final Formatter formatter =
            new Formatter(JavaFormatterOptions.builder().style(AOSP).build());

    @TestFactory
    Stream<DynamicTest> every_file_is_formatted() throws IOException {
        return javaFiles().map(file -> DynamicTest.dynamicTest(name(file), () -> check(file)));
    }

    private void check(Path file) throws IOException, FormatterException {
        String source = Files.readString(file).replace("\r\n", "\n");
        String formatted = formatter.formatSourceAndFixImports(source);
        if (WRITE && !formatted.equals(source)) {
            Files.writeString(file, formatted);
        } else {
            assertThat(source)
                    .as(
                            "%s is not formatted: run ./mvnw test -f solutions -pl gates"
                                    + " -Dformat.write=true",
                            name(file))
                    .isEqualTo(formatted);
        }
    }

    private static Stream<Path> javaFiles() throws IOException {
        return Files.walk(ROOT)
                .filter(file -> file.toString().endsWith(".java"))
                .filter(file -> !name(file).matches("(.*/)?(target|\\.kata)/.*"))
                .filter(file -> !name(file).contains("src/test/fixtures/"));
    }

    private static String name(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }
}
