package bench;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One process of the operating system, from its start to its end.
 *
 * @param figures what it measured
 * @param failure why it measured less than it should; empty if it did not fail
 */
record Run(Map<Figure, Double> figures, String failure) {

    private static final long MINUTES = 10;

    /**
     * Runs a command and waits for its end, for ten minutes at most. It prints too little to fill a
     * pipe.
     */
    static Run of(List<String> command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            String output = new String(process.getInputStream().readAllBytes());
            int status = process.waitFor();
            return new Run(figures(output), status == 0 ? "" : "ended with status " + status);
        } catch (IOException missing) {
            return new Run(Map.of(), command.getFirst() + " is not installed");
        }
    }

    private static Map<Figure, Double> figures(String output) {
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        for (String line : output.lines().toList()) {
            String[] words = line.split(" ");
            Figure.withId(words[0])
                    .forEach(figure -> figures.put(figure, Double.valueOf(words[1])));
        }
        return figures;
    }
}
