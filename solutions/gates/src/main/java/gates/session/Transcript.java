package gates.session;

import kata.lesson.Exchange;

import java.util.ArrayList;
import java.util.List;

/**
 * What a session with jshell really printed.
 *
 * @param exchanges the exchanges in order
 * @param ended whether the session came to its end by itself, rather than by force
 */
record Transcript(List<Exchange> exchanges, boolean ended) {

    // What jshell prints in place of its prompts when a program listens.
    private static final String PROMPT = "\u0005";
    private static final String CONTINUATION = "\u0006";

    static Transcript read(String output, boolean ended) {
        String[] parts = output.replace("\r", "").split(PROMPT);
        List<Exchange> exchanges = new ArrayList<>();
        int line = 1;
        // The first part is the welcome.
        for (int part = 1; part < parts.length; part++) {
            List<String> lines = lines(parts[part]);
            exchanges.add(new Exchange(line, lines));
            line += lines.size();
        }
        if (!exchanges.isEmpty() && isEmptyPrompt(exchanges.getLast())) {
            exchanges.removeLast();
        }
        return new Transcript(List.copyOf(exchanges), ended);
    }

    private static List<String> lines(String part) {
        return (Exchange.PROMPT + part.replace(CONTINUATION, Exchange.CONTINUATION))
                .lines()
                .map(String::stripTrailing)
                .toList();
    }

    private static boolean isEmptyPrompt(Exchange exchange) {
        return exchange.lines().equals(List.of(Exchange.PROMPT.strip()));
    }
}
