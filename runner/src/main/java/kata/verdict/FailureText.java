package kata.verdict;

import kata.compile.StageCode;
import kata.test.Failure;
import kata.test.Outcome;
import kata.test.TestResult;
import kata.test.Todo;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says why a test failed in the words of the kata, and without a stack trace. */
record FailureText(StageCode code) {

    private static final int LINES = 12;
    private static final int PLACES = 3;

    List<String> lines(TestResult result) {
        Optional<Todo> todo = result.todo();
        if (todo.isPresent()) {
            return List.of(todo.get().toString());
        }
        return switch (result.outcome()) {
            case Outcome.Failed(Failure failure) when failure.isAssertion() ->
                    message(result, failure);
            case Outcome.Failed _ -> exception(result);
            case Outcome.SetUpFailed _ -> exception(result);
            case Outcome.TimedOut _ -> exception(result);
            case Outcome.Skipped _, Outcome.Passed _ -> List.of(result.verdict());
        };
    }

    private List<String> message(TestResult result, Failure failure) {
        Optional<BrokenRule> rule = BrokenRule.in(failure.message());
        if (rule.isPresent()) {
            return rule.get().lines(code);
        }
        Stream<String> places = Location.of(result, code).limit(PLACES).map(place -> "at " + place);
        Stream<String> statement = AssertedStatement.of(result, failure, code).stream();
        Stream<String> said = PlainMessage.lines(failure.message()).limit(LINES);
        return Stream.of(statement, said, places).flatMap(lines -> lines).toList();
    }

    private List<String> exception(TestResult result) {
        Stream<String> places = Location.of(result, code).limit(PLACES).map(place -> "at " + place);
        return Stream.concat(PlainMessage.lines(result.verdict()), places).toList();
    }
}
