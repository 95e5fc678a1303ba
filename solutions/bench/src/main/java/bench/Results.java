package bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What all runs have measured so far. */
final class Results {

    private final Map<Figure, Map<Candidate, List<Double>>> values = new EnumMap<>(Figure.class);
    private final Map<Candidate, String> failures = new EnumMap<>(Candidate.class);

    void add(Candidate candidate, Run run) {
        run.figures()
                .forEach((figure, value) ->
                        values.computeIfAbsent(figure, _ -> new EnumMap<>(Candidate.class))
                                .computeIfAbsent(candidate, _ -> new ArrayList<>())
                                .add(value));
        if (!run.failure().isEmpty()) {
            failures.put(candidate, run.failure());
        }
    }

    Map<Figure, Map<Candidate, List<Double>>> values() {
        return values;
    }

    /** Returns why a candidate has measured less than it should; the last reason of each. */
    Map<Candidate, String> failures() {
        return failures;
    }

    /** Returns the median of a candidate's runs, if it has measured the figure. */
    OptionalDouble median(Figure figure, Candidate candidate) {
        List<Double> runs =
                values.getOrDefault(figure, Map.of()).getOrDefault(candidate, List.of());
        return runs.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Rounds.median(runs.stream().mapToDouble(Double::doubleValue)));
    }

    /** Says how many times better ours is than another; NaN if one of them is not there. */
    double advantageOver(Candidate other, Figure figure) {
        double ours = median(figure, Candidate.OTP).orElse(Double.NaN);
        double theirs = median(figure, other).orElse(Double.NaN);
        return figure.unit().advantage(ours, theirs);
    }
}
