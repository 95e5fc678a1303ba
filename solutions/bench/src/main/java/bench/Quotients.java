package bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * How a build of otp compares with an earlier one, as a Markdown table.
 *
 * @param processes the quotients that each process has found: see {@link Pairs}
 */
record Quotients(List<Run> processes) {

    @Override
    public String toString() {
        Stream<String> head =
                Stream.of(
                        "| | now, of before | in %d processes |".formatted(processes.size()),
                        "| --- | --: | --: |");
        Stream<String> failures =
                processes.stream().map(Run::failure).filter(failure -> !failure.isEmpty());
        return Stream.of(head, PairedRounds.FIGURES.stream().map(this::row), failures)
                .flatMap(part -> part)
                .collect(Collectors.joining("\n"));
    }

    private String row(Figure figure) {
        double[] sorted = values(figure).sorted().toArray();
        return sorted.length == 0
                ? "| %s | not measured | |".formatted(figure.label())
                : String.format(
                        Locale.ROOT,
                        "| %s | %.3f | %.2f to %.2f |",
                        figure.label(),
                        Rounds.median(DoubleStream.of(sorted)),
                        sorted[0],
                        sorted[sorted.length - 1]);
    }

    private DoubleStream values(Figure figure) {
        return processes.stream()
                .map(Run::figures)
                .filter(figures -> figures.containsKey(figure))
                .mapToDouble(figures -> figures.get(figure));
    }
}
