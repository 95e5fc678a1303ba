package kata.verdict;

import kata.compile.StageCode;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A layering rule that the code breaks, in its own words and not in ArchUnit's.
 *
 * @param sentence the rule, or the reason that it gives for itself
 * @param violations the lines that say where it is broken
 */
record BrokenRule(String sentence, List<String> violations) {

    private static final int SHOWN = 3;
    private static final Pattern RULE =
            Pattern.compile("(?s)Rule '(.*?)' was violated \\(.*? times?\\):?\\s*(.*)");
    private static final Pattern BECAUSE = Pattern.compile("(?s).*\\bbecause (.*)");
    private static final Pattern PLACE = Pattern.compile("\\((\\w+\\.java):(\\d+)\\)");

    /** Reads the message of an ArchUnit rule; nothing if it is another message. */
    static Optional<BrokenRule> in(String message) {
        Matcher rule = RULE.matcher(message);
        if (!rule.find()) {
            return Optional.empty();
        }
        Matcher reason = BECAUSE.matcher(rule.group(1));
        String sentence = reason.matches() ? reason.group(1) : rule.group(1);
        return Optional.of(new BrokenRule(sentence, rule.group(2).lines().toList()));
    }

    List<String> lines(StageCode code) {
        Stream<String> places =
                violations.stream().flatMap(line -> place(line, code)).distinct().limit(SHOWN);
        return Stream.concat(Stream.of(sentence), places).toList();
    }

    private static Stream<String> place(String violation, StageCode code) {
        return PLACE.matcher(violation)
                .results()
                .flatMap(place ->
                        code.sources().stream()
                                .filter(file -> ("/" + file.path()).endsWith("/" + place.group(1)))
                                .map(file -> "at %s:%s".formatted(file.shownAs(), place.group(2))));
    }
}
