package gates;

import kata.compile.Compilation;
import kata.compile.StageCode;
import kata.test.TestReport;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What tests have shown of code. It is kept, so that a gate which asks what another has found out
 * already need not run it again.
 *
 * @param compilation what the compiler made of the code
 * @param report what the tests have shown; none if it does not compile
 */
record TestedCode(Compilation compilation, Optional<TestReport> report) {

    /** The latest of each code; equal code is the same, whoever has read it. */
    private static final Map<StageCode, TestedCode> KNOWN = new ConcurrentHashMap<>();

    /** Compiles code and tests it. Blocks until the tests have ended. */
    static TestedCode of(StageCode code, Function<Compilation, TestReport> tests) {
        Compilation compilation = Compilation.of(code);
        var tested =
                new TestedCode(
                        compilation,
                        compilation.succeeded()
                                ? Optional.of(tests.apply(compilation))
                                : Optional.empty());
        KNOWN.put(code, tested);
        return tested;
    }

    /** Returns what is known of code; without that, tests it like {@link #of}. */
    static TestedCode known(StageCode code, Function<Compilation, TestReport> tests) {
        TestedCode known = KNOWN.get(code);
        return known == null ? of(code, tests) : known;
    }
}
