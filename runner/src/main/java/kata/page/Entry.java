package kata.page;

import kata.lesson.Difference;
import kata.stage.PrintableText;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Something that was typed into a shell, and what was printed for it. */
final class Entry {

    /** What is kept of a flood. */
    private static final int MOST_CHARACTERS = 64 * 1024;

    private final int number;
    private final Optional<Integer> exchange;
    private final List<String> typed;
    private final StringBuilder text = new StringBuilder();
    private long dropped;
    private int sent;
    private boolean isRunning = true;
    private boolean isAsShown;
    private Optional<Difference> difference = Optional.empty();
    private String note = "";
    private boolean isChanged = true;

    /**
     * Creates one that runs.
     *
     * @param number its place among all, from 0
     * @param exchange the place among the lesson's exchanges, if it is one of them
     */
    Entry(int number, Optional<Integer> exchange, List<String> typed) {
        this.number = number;
        this.exchange = exchange;
        this.typed = typed;
    }

    Optional<Integer> exchange() {
        return exchange;
    }

    List<String> typed() {
        return typed;
    }

    boolean isRunning() {
        return isRunning;
    }

    String text() {
        return text.toString();
    }

    int number() {
        return number;
    }

    /** Returns how many characters of it are kept. */
    int length() {
        return text.length() + typed.stream().mapToInt(String::length).sum();
    }

    void append(String more) {
        // Nothing that fits may stand behind what did not.
        int room = dropped > 0 ? 0 : MOST_CHARACTERS - text.length();
        String kept = PrintableText.beginning(more, room);
        text.append(kept);
        dropped += more.length() - kept.length();
        isChanged = true;
    }

    /** Takes something out of what was printed, however often; tells whether it was there. */
    boolean remove(Pattern part) {
        Matcher found = part.matcher(text);
        if (!found.find()) {
            return false;
        }
        String rest = found.replaceAll("");
        text.setLength(0);
        text.append(rest);
        sent = 0;
        return true;
    }

    /** Notes that it has come to its end, and says in a sentence what has become of it. */
    void end(String sentence) {
        note = sentence;
        isRunning = false;
        isChanged = true;
    }

    /** Notes how it compares with what the lesson shows. */
    void compared(Optional<Difference> found) {
        difference = found;
        isAsShown = found.isEmpty();
        isChanged = true;
    }

    boolean isChanged() {
        return isChanged;
    }

    /** Returns all of it, as a page that knows nothing needs it. */
    Map<String, Object> whole() {
        return view(0);
    }

    /** Returns it with what was printed since the last time. */
    Map<String, Object> change() {
        Map<String, Object> view = view(sent);
        sent = text.length();
        isChanged = false;
        return view;
    }

    private Map<String, Object> view(int from) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", number);
        view.put("exchange", exchange);
        view.put("typed", typed);
        view.put("from", from);
        view.put("text", text.substring(from));
        view.put("dropped", dropped);
        view.put("running", isRunning);
        view.put("same", isAsShown);
        view.put("difference", difference);
        view.put("note", note);
        return view;
    }
}
