package kata.watch;

import java.util.ArrayList;
import java.util.List;

/**
 * Fits a screen into a terminal. The first rows of the verdict are always there, whatever the
 * height; rows that do not fit are counted, and can be scrolled to.
 */
record ScreenLayout(int columns, int height) {

    private static final int LOW = 16;
    private static final String MORE = "... more below: press the down arrow";
    private static final int LOWEST_VERDICT = 4;

    /** Stands above what a key has shown, and says how it goes away. */
    private static final String RULE = "---- Escape closes this ----------------";

    /** Returns the rows, which are at most as many as the terminal has. */
    List<String> rows(Screen screen) {
        List<String> keys = keys();
        List<String> head = head(screen);
        int room = Math.max(1, height - head.size() - keys.size());
        List<String> rows = new ArrayList<>(head);
        rows.addAll(middle(screen, room));
        rows.addAll(keys);
        return rows.subList(0, Math.min(rows.size(), height));
    }

    private List<String> keys() {
        List<String> all = wrapped(Screen.KEYS, height);
        return all.size() * 4 <= height ? all : wrapped(Screen.FEW_KEYS, height);
    }

    private List<String> head(Screen screen) {
        List<String> whole = wrapped(screen.head() + screen.status() + "\n\n", height);
        int panel = wrapped(screen.panel(), height).size();
        if (height >= LOW && whole.size() + 2 * LOWEST_VERDICT + panel <= height) {
            return whole;
        }
        return screen.status().isEmpty() || height < LOWEST_VERDICT
                ? List.of()
                : wrapped(screen.status(), 1);
    }

    private List<String> middle(Screen screen, int room) {
        int most = room + screen.scrolled() + height;
        List<String> verdict = wrapped(screen.verdict(), most);
        if (screen.panel().isEmpty()) {
            return cut(verdict, screen.scrolled(), room, MORE);
        }
        List<String> panel = new ArrayList<>(List.of(rule()));
        panel.addAll(wrapped(screen.panel(), most));
        int above = Math.max(Math.min(LOWEST_VERDICT, room / 2), room - panel.size());
        List<String> rows = new ArrayList<>(cut(verdict, 0, above, "..."));
        rows.addAll(cut(panel, screen.scrolled(), room - rows.size(), MORE));
        return rows;
    }

    private String rule() {
        return columns < RULE.length() ? "-".repeat(columns) : RULE;
    }

    /** Returns as many rows as there is room for; the last may say that there are more. */
    private List<String> cut(List<String> rows, int scrolled, int room, String more) {
        int from = Math.max(0, Math.min(scrolled, rows.size() - room));
        int to = Math.min(rows.size(), from + room);
        List<String> shown = new ArrayList<>(rows.subList(from, to));
        if (to < rows.size() && room > 2) {
            shown.set(shown.size() - 1, more.length() <= columns ? more : "...");
        }
        return shown;
    }

    private List<String> wrapped(String text, int most) {
        var wrapping = new LineWrapping(columns);
        return text.lines().flatMap(line -> wrapping.rows(line, 2 * height)).limit(most).toList();
    }
}
