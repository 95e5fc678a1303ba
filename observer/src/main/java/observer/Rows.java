package observer;

import observer.model.Model;
import observer.wire.VisibleText;

import otp.Ets;
import otp.EtsAccess;
import otp.EtsException;
import otp.EtsInfo;
import otp.EtsTable;
import otp.Trace;
import otp.Tuple;

import web.Refusal;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** The rows of a table, some at a time. */
final class Rows {

    private static final int LONGEST_ELEMENT = 200;

    private final Model model;
    private final RuntimeThreads runtime;
    private final int most;

    Rows(Model model, RuntimeThreads runtime, int most) {
        this.model = model;
        this.runtime = runtime;
        this.most = most;
    }

    /**
     * Returns some rows of a table.
     *
     * @param id the table
     * @param from how many rows are left out first
     * @throws Refusal if there is no such table any more
     */
    Object of(String id, long from) {
        EtsTable<?, ?> table = model.directory().table(id).orElseThrow(Gone::table);
        return runtime.call(() -> read(table, Math.clamp(from, 0, Integer.MAX_VALUE)));
    }

    private Object read(EtsTable<?, ?> table, long from) {
        try {
            EtsInfo info = Ets.info(table).orElseThrow();
            if (info.access() == EtsAccess.PRIVATE) {
                return Map.of(
                        "rows",
                        List.of(),
                        "problem",
                        "the table is private: only its owner can read it");
            }
            List<List<String>> rows = rows(table, from);
            return Map.of(
                    "rows", rows,
                    "from", from,
                    "more", Math.max(0, info.size() - from - rows.size()));
        } catch (EtsException | NoSuchElementException gone) {
            throw Gone.table();
        }
    }

    private List<List<String>> rows(EtsTable<?, ?> table, long from) {
        return Ets.tab2list(table).stream().skip(from).limit(most).map(Rows::texts).toList();
    }

    private static List<String> texts(Tuple<?, ?> row) {
        return row.elements().stream()
                .map(element -> VisibleText.of(Trace.text(element), LONGEST_ELEMENT))
                .toList();
    }
}
