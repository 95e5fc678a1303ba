package bench;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Compares two builds of otp in one process. Each has classes of its own, and they are measured
 * round by round, in turn: a slow minute of the machine meets both, so that a difference of a
 * hundredth can be seen where separate processes differ by a tenth.
 */
final class Pairs {

    private static final int WARM_UP = 15;

    private Pairs() {}

    /** Runs {@code Pairs <folder of the earlier classes> <pairs>}; prints a row for each figure. */
    public static void main(String[] arguments) throws Exception {
        ToDoubleFunction<String> before = side(List.of(arguments[0]));
        ToDoubleFunction<String> now = side(List.of());
        int pairs = Integer.parseInt(arguments[1]);
        System.out.println("| | before | now | now, of before | half of all pairs |");
        System.out.println("| --- | --: | --: | --: | --: |");
        for (Figure figure : PairedRounds.FIGURES) {
            System.out.println(row(figure, before, now, pairs));
        }
        System.exit(0);
    }

    /** Returns the rounds of one build; classes that come first hide those that come later. */
    @SuppressWarnings("unchecked")
    private static ToDoubleFunction<String> side(List<String> first) throws Exception {
        List<String> path = new ArrayList<>(first);
        path.addAll(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
        URL[] urls = path.stream().map(Pairs::url).toArray(URL[]::new);
        var loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
        Class<?> rounds = loader.loadClass(PairedRounds.class.getName());
        return (ToDoubleFunction<String>) rounds.getDeclaredConstructor().newInstance();
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(entry, impossible);
        }
    }

    private static String row(
            Figure figure,
            ToDoubleFunction<String> before,
            ToDoubleFunction<String> now,
            int pairs) {
        double[] earlier = new double[pairs];
        double[] later = new double[pairs];
        double[] ratios = new double[pairs];
        for (int i = -WARM_UP; i < pairs; i++) {
            boolean isEarlierFirst = i % 2 == 0;
            double first = (isEarlierFirst ? before : now).applyAsDouble(figure.name());
            double second = (isEarlierFirst ? now : before).applyAsDouble(figure.name());
            if (i >= 0) {
                earlier[i] = isEarlierFirst ? first : second;
                later[i] = isEarlierFirst ? second : first;
                ratios[i] = later[i] / earlier[i];
            }
        }
        Arrays.sort(ratios);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.3f | %.2f to %.2f |",
                figure.label(),
                Unit.PER_SECOND.show(Rounds.median(Arrays.stream(earlier))),
                Unit.PER_SECOND.show(Rounds.median(Arrays.stream(later))),
                Rounds.median(Arrays.stream(ratios)),
                ratios[pairs / 4],
                ratios[pairs * 3 / 4]);
    }
}
