package otp.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What CONFORMANCE.md says of OTP's own cases can be looked up. */
class ConformanceTableTest {

    private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:#(\\w+))?`");
    private static final List<String> PACKAGES = List.of("otp.", "otp.conformance.");

    @Test
    void every_test_that_the_table_names_exists() throws IOException {
        List<MatchResult> tests =
                TEST.matcher(Files.readString(Path.of("CONFORMANCE.md"))).results().toList();

        assertThat(tests).hasSizeGreaterThan(50);
        assertThat(tests)
                .filteredOn(test -> !exists(test))
                .extracting(MatchResult::group)
                .isEmpty();
    }

    private static boolean exists(MatchResult test) {
        return PACKAGES.stream()
                .flatMap(name -> methods(name + test.group(1)))
                .anyMatch(
                        method -> test.group(2) == null || method.getName().equals(test.group(2)));
    }

    private static Stream<Method> methods(String className) {
        try {
            return Stream.of(Class.forName(className).getDeclaredMethods());
        } catch (ClassNotFoundException otherPackage) {
            return Stream.empty();
        }
    }
}
