package gates.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import kata.test.Outcome;
import kata.test.TestReport;
import kata.test.TestResult;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** How often the tests run on a wrong solution until enough is known. */
class RecordedRunsTest {

    @Test
    void a_few_runs_that_agree_are_enough() {
        assertThat(RecordedRuns.worthwhile(runs(5, "fails", Duration.ofSeconds(1)))).isEqualTo(5);
    }

    @Test
    void where_they_differ_many_are() {
        assertThat(RecordedRuns.worthwhile(differing(Duration.ofSeconds(1)))).isEqualTo(15);
    }

    @Test
    void many_that_take_long_are_no_more_than_a_minute_holds() {
        assertThat(RecordedRuns.worthwhile(differing(Duration.ofSeconds(6)))).isEqualTo(10);
    }

    @Test
    void a_few_are_made_however_long_they_take() {
        assertThat(RecordedRuns.worthwhile(differing(Duration.ofSeconds(20)))).isEqualTo(5);
    }

    private static List<TestReport> differing(Duration each) {
        List<TestReport> reports = new ArrayList<>(runs(4, "fails", each));
        reports.addAll(runs(1, "fails otherwise", each));
        return reports;
    }

    private static List<TestReport> runs(int number, String test, Duration each) {
        Outcome outcome = new Outcome.TimedOut("too late", List.of(), false);
        var result = new TestResult("NumbersTest." + test, test, Set.of(1), false, outcome);
        return IntStream.range(0, number)
                .mapToObj(_ -> TestReport.of(List.of(result), "", each))
                .toList();
    }
}
