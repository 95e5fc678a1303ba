package bench;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Compares two builds of otp in one process. Each has classes of its own, and they are measured
 * round by round, in turn, by the processor time that they take: a slow minute of the machine meets
 * both, and what else runs on it takes nothing of theirs. What the JIT compiler makes of the two
 * differs from process to process, though, and depends on which of them begins. So one process says
 * little, and they take turns at that, too: see {@link Quotients}.
 */
final class Pairs {

    private static final int WARM_UP = 15;

    private Pairs() {}

    /**
     * Runs {@code Pairs <folder of the earlier classes> <pairs> <whether these begin>}; prints each
     * figure's id and the median of what the builds' quotients are, pair by pair.
     */
    public static void main(String[] arguments) throws Exception {
        Consumer<String> before = side(List.of(arguments[0]));
        Consumer<String> now = side(List.of());
        int pairs = Integer.parseInt(arguments[1]);
        boolean doesEarlierBegin = Boolean.parseBoolean(arguments[2]);
        for (Figure figure : PairedRounds.FIGURES) {
            double quotient =
                    doesEarlierBegin
                            ? 1 / quotient(figure, now, before, pairs)
                            : quotient(figure, before, now, pairs);
            System.out.println(figure.id() + " " + quotient);
        }
        System.exit(0);
    }

    /** Returns the rounds of one build; classes that come first hide those that come later. */
    @SuppressWarnings("unchecked")
    private static Consumer<String> side(List<String> first) throws Exception {
        List<String> path = new ArrayList<>(first);
        path.addAll(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
        URL[] urls = path.stream().map(Pairs::url).toArray(URL[]::new);
        var loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
        Class<?> rounds = loader.loadClass(PairedRounds.class.getName());
        return (Consumer<String>) rounds.getDeclaredConstructor().newInstance();
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(entry, impossible);
        }
    }

    /** Returns how many times as fast the other is, which begins: the warm-up's rounds are odd. */
    private static double quotient(
            Figure figure, Consumer<String> one, Consumer<String> other, int pairs) {
        double[] quotients = new double[pairs];
        for (int i = -WARM_UP; i < pairs; i++) {
            boolean isOneFirst = i % 2 == 0;
            double first = seconds(isOneFirst ? one : other, figure);
            double second = seconds(isOneFirst ? other : one, figure);
            if (i >= 0) {
                quotients[i] = isOneFirst ? first / second : second / first;
            }
        }
        return Rounds.median(Arrays.stream(quotients));
    }

    private static double seconds(Consumer<String> rounds, Figure figure) {
        double before = processorSeconds();
        rounds.accept(figure.name());
        return processorSeconds() - before;
    }

    /** What the JVM's threads have taken, without those that compile and collect. */
    private static double processorSeconds() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long nanos = 0;
        for (long thread : threads.getAllThreadIds()) {
            nanos += Math.max(0, threads.getThreadCpuTime(thread));
        }
        return nanos / 1e9;
    }
}
