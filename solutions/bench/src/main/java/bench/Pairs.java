package bench;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Compares two builds of otp in one process. Each has classes of its own, and they are measured
 * round by round, in turn: a slow minute of the machine meets both. What the JIT compiler makes of
 * the two differs from process to process, though, so that one process says little: see {@link
 * Quotients}.
 */
final class Pairs {

    private static final int WARM_UP = 15;

    private Pairs() {}

    /**
     * Runs {@code Pairs <folder of the earlier classes> <pairs>}; prints each figure's id and the
     * median of what the builds' quotients are, pair by pair.
     */
    public static void main(String[] arguments) throws Exception {
        ToDoubleFunction<String> before = side(List.of(arguments[0]));
        ToDoubleFunction<String> now = side(List.of());
        int pairs = Integer.parseInt(arguments[1]);
        for (Figure figure : PairedRounds.FIGURES) {
            System.out.println(figure.id() + " " + quotient(figure, before, now, pairs));
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

    private static double quotient(
            Figure figure,
            ToDoubleFunction<String> before,
            ToDoubleFunction<String> now,
            int pairs) {
        double[] quotients = new double[pairs];
        for (int i = -WARM_UP; i < pairs; i++) {
            boolean isEarlierFirst = i % 2 == 0;
            double first = (isEarlierFirst ? before : now).applyAsDouble(figure.name());
            double second = (isEarlierFirst ? now : before).applyAsDouble(figure.name());
            if (i >= 0) {
                quotients[i] = isEarlierFirst ? second / first : first / second;
            }
        }
        return Rounds.median(Arrays.stream(quotients));
    }
}
