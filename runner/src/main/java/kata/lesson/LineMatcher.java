package kata.lesson;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a line comes out as a lesson shows it. It remembers which process a shown pid has
 * stood for: the same pid is the same process throughout a lesson, another pid is another process.
 */
final class LineMatcher {

    private static final String PID = "#PID<\\d+\\.\\d+\\.\\d+>";
    private static final Pattern PIDS = Pattern.compile(PID);
    private static final Pattern VARYING = Pattern.compile(PID + "|\\.\\.\\.");

    private final Map<String, String> realOf = new HashMap<>();
    private final Map<String, String> shownOf = new HashMap<>();

    /** Tells whether an actual line is as expected, and if so remembers its pids. */
    boolean matches(String expected, String actual) {
        String shown = expected.stripTrailing();
        if (Exchange.isTyped(shown)) {
            return shown.equals(actual);
        }
        Matcher match = pattern(shown).matcher(actual);
        return match.matches() && remembers(shown, match);
    }

    private static Pattern pattern(String shown) {
        var pattern = new StringBuilder();
        int end = 0;
        for (MatchResult varying : VARYING.matcher(shown).results().toList()) {
            pattern.append(Pattern.quote(shown.substring(end, varying.start())))
                    .append(varying.group().equals("...") ? ".*?" : "(" + PID + ")");
            end = varying.end();
        }
        return Pattern.compile(pattern + Pattern.quote(shown.substring(end)));
    }

    private boolean remembers(String shown, Matcher match) {
        Map<String, String> reals = new HashMap<>(realOf);
        Map<String, String> showns = new HashMap<>(shownOf);
        int group = 1;
        for (MatchResult pid : PIDS.matcher(shown).results().toList()) {
            String real = match.group(group++);
            if (!same(reals.putIfAbsent(pid.group(), real), real)
                    || !same(showns.putIfAbsent(real, pid.group()), pid.group())) {
                return false;
            }
        }
        realOf.putAll(reals);
        shownOf.putAll(showns);
        return true;
    }

    private static boolean same(String remembered, String now) {
        return remembered == null || remembered.equals(now);
    }
}
