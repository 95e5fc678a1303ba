package gates.sequence;

import kata.stage.KataException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Writes events as a sequence diagram of the processes that have a name in it. */
final class SequenceText {

    private static final String SHELL = "the shell";
    private static final Pattern PID = Pattern.compile("#PID<\\d+\\.\\d+\\.\\d+>");

    /** What would end a statement, or begin a character's number. */
    private static final Pattern SPECIAL = Pattern.compile("[;#]");

    private final SequenceBlock block;
    private final Map<String, String> names = new HashMap<>();

    /**
     * Finds the processes that have a name.
     *
     * @param all the events of the whole session
     * @param shell the pid of the shell
     */
    SequenceText(SequenceBlock block, List<Event> all, String shell) {
        this.block = block;
        Map<String, String> kinds = new HashMap<>();
        List<String> started = new ArrayList<>();
        for (Event event : all) {
            if (event.kind() == Event.Kind.STARTED) {
                started.add(event.other());
                kinds.put(event.other(), event.text());
            } else if (event.kind() == Event.Kind.SERVES) {
                kinds.put(event.actor(), event.text());
            }
        }
        block.processes()
                .forEach((name, what) -> {
                    String pid = what.equals(SHELL) ? shell : find(what, started, kinds);
                    names.put(pid, name);
                });
    }

    private static String find(String what, List<String> started, Map<String, String> kinds) {
        int blank = what.lastIndexOf(' ');
        List<String> same =
                started.stream()
                        .filter(pid -> kinds.get(pid).equals(what.substring(0, blank)))
                        .toList();
        int number = Integer.parseInt(what.substring(blank + 1));
        if (number > same.size()) {
            throw new KataException(
                    "There is no `%s` in the session: it has started %s."
                            .formatted(what, kinds.values().stream().sorted().toList()));
        }
        return same.get(number - 1);
    }

    /** Returns the diagram of some events, in their order. */
    String of(List<Event> events) {
        List<String> lines = new ArrayList<>(List.of("sequenceDiagram"));
        block.processes()
                .forEach((name, what) -> {
                    String kind = what.equals(SHELL) ? "actor" : "participant";
                    String words = id(name).equals(name) ? "" : " as " + name;
                    lines.add("    %s %s%s".formatted(kind, id(name), words));
                });
        events.stream().map(this::line).filter(line -> !line.isEmpty()).forEach(lines::add);
        return String.join("\n", lines);
    }

    private String line(Event event) {
        String actor = names.get(event.actor());
        String other = names.get(event.other());
        if (actor == null) {
            return "";
        }
        return switch (event.kind()) {
            case LINE -> event.text().isEmpty() ? "" : note(actor, event.text());
            case ENDED -> note(actor, "ends: " + event.text());
            case STARTED -> other == null ? "" : message(actor, "->>", other, "starts");
            case SENT -> other == null ? "" : sent(event, actor, other);
            case SERVES, TAKEN -> "";
        };
    }

    private String sent(Event event, String from, String to) {
        return switch (event.messageKind()) {
            case "CALL" -> message(from, "->>", to, event.text());
            case "REPLY" -> message(from, "-->>", to, event.text());
            case "CAST", "PLAIN", "EXIT" -> message(from, "-)", to, event.text());
            case "DOWN" -> message(from, "--)", to, event.text());
            default -> "";
        };
    }

    private String message(String from, String arrow, String to, String text) {
        return "    %s%s%s: %s".formatted(id(from), arrow, id(to), readable(text));
    }

    private String note(String name, String text) {
        return "    Note over %s: %s".formatted(id(name), readable(text));
    }

    private String readable(String text) {
        String named =
                PID.matcher(text)
                        .replaceAll((MatchResult pid) -> names.getOrDefault(pid.group(), "a pid"));
        return SPECIAL.matcher(named).replaceAll(",");
    }

    private static String id(String name) {
        return name.replaceAll("\\W+", "_");
    }
}
