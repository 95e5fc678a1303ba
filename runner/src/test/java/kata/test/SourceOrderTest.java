package kata.test;

import static org.assertj.core.api.Assertions.assertThat;

import kata.stage.SourceFile;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The order in which tests are told of. */
class SourceOrderTest {

    @Test
    void tests_stand_in_the_order_of_their_file() {
        var file = new SourceFile("ATest.java", "a/ATest.java", "void second() {} void first() {}");

        assertThat(
                        Stream.of(test("ATest.first"), test("ATest.second"))
                                .sorted(SourceOrder.of(List.of(), List.of(file))))
                .extracting(TestResult::name)
                .containsExactly("ATest.second", "ATest.first");
    }

    @Test
    void the_test_of_a_class_stands_before_others() {
        var type = new SourceFile("B.java", "a/B.java", "class B {}");
        var others = new SourceFile("ATest.java", "a/ATest.java", "void a() {}");
        var ofTheClass = new SourceFile("BTest.java", "a/BTest.java", "void b() {}");

        assertThat(
                        Stream.of(test("ATest.a"), test("BTest.b"))
                                .sorted(SourceOrder.of(List.of(type), List.of(others, ofTheClass))))
                .extracting(TestResult::name)
                .containsExactly("BTest.b", "ATest.a");
    }

    private static TestResult test(String name) {
        return new TestResult(name, name, Set.of(), false, new Outcome.Passed());
    }
}
