package observer.model;

import observer.wire.LogEntry.Kind;
import observer.wire.TableView;

import otp.Ets;
import otp.EtsInfo;
import otp.EtsTable;
import otp.Pid;
import otp.TableEvent;
import otp.TableEvent.Created;
import otp.TableEvent.GivenAway;
import otp.TableEvent.Gone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The tables, each with its owner. So many are looked at; the others are counted. */
final class Tables {

    private final int most;
    private final Nodes nodes;
    private final ShownProcesses processes;
    private final Texts texts;
    private final Journal journal;

    private final Map<EtsTable<?, ?>, String> ids = new LinkedHashMap<>();
    private final Map<String, EtsTable<?, ?>> tables = new LinkedHashMap<>();
    private final Map<String, TableView> shown = new LinkedHashMap<>();
    private final List<String> gone = new ArrayList<>();
    private long lastId;

    Tables(int most, Nodes nodes, ShownProcesses processes, Texts texts, Journal journal) {
        this.most = most;
        this.nodes = nodes;
        this.processes = processes;
        this.texts = texts;
        this.journal = journal;
    }

    void fold(TableEvent event, double time) {
        switch (event) {
            case Created(EtsTable<?, ?> table, Pid<?> owner) -> {
                add(table, owner);
                tell(time, table, owner, "was created by");
            }
            case Gone(EtsTable<?, ?> table, Pid<?> owner) -> {
                tell(time, table, owner, "is gone; it belonged to");
                remove(table, owner);
            }
            case GivenAway(EtsTable<?, ?> table, Pid<?> from, Pid<?> to) -> {
                remove(table, from);
                add(table, to);
                tell(time, table, to, "belongs now to");
            }
        }
    }

    private void tell(double time, EtsTable<?, ?> table, Pid<?> owner, String what) {
        nodes.find(owner)
                .ifPresent(node ->
                        journal.add(
                                time,
                                Kind.TABLE,
                                "Table %s %s %s."
                                        .formatted(texts.name(table), what, node.fullTitle()),
                                node,
                                null));
    }

    /** Notes a table, unless it is known. */
    void add(EtsTable<?, ?> table, Pid<?> owner) {
        if (ids.containsKey(table) || nodes.isHidden(owner)) {
            return;
        }
        String id = Long.toString(++lastId);
        ids.put(table, id);
        tables.put(id, table);
        nodes.find(owner)
                .ifPresent(node -> {
                    node.tables.add(id);
                    processes.touch(node);
                });
    }

    private void remove(EtsTable<?, ?> table, Pid<?> owner) {
        String id = ids.remove(table);
        if (id == null) {
            return;
        }
        tables.remove(id);
        if (shown.remove(id) != null) {
            gone.add(id);
        }
        nodes.find(owner)
                .ifPresent(node -> {
                    node.tables.remove(id);
                    processes.touch(node);
                });
    }

    /** Takes the tables that there are for those that there are. */
    void reconcile(List<EtsTable<?, ?>> all) {
        List.copyOf(ids.keySet()).stream()
                .filter(table -> !all.contains(table))
                .forEach(table -> remove(table, ownerOf(table).orElse(null)));
        all.forEach(table -> Ets.info(table).ifPresent(info -> add(table, info.owner())));
    }

    private static Optional<Pid<?>> ownerOf(EtsTable<?, ?> table) {
        return Ets.info(table).map(EtsInfo::owner);
    }

    /** Looks at the tables anew, and returns those that have changed. */
    List<TableView> takeChanged() {
        List<TableView> changed = new ArrayList<>();
        tables.entrySet().stream()
                .limit(most)
                .forEach(entry -> look(entry.getKey(), entry.getValue()).ifPresent(changed::add));
        return changed;
    }

    private Optional<TableView> look(String id, EtsTable<?, ?> table) {
        return Ets.info(table)
                .map(info -> view(id, table, info))
                .filter(view -> !view.equals(shown.put(id, view)));
    }

    private TableView view(String id, EtsTable<?, ?> table, EtsInfo info) {
        return new TableView(
                id,
                texts.name(table),
                Node.number(info.owner()),
                info.type().name().toLowerCase(Locale.ROOT),
                info.access().name().toLowerCase(Locale.ROOT),
                info.heir().map(Node::number).orElse(null),
                info.size());
    }

    List<String> takeGone() {
        List<String> taken = List.copyOf(gone);
        gone.clear();
        return taken;
    }

    List<TableView> shown() {
        return List.copyOf(shown.values());
    }

    int notShown() {
        return tables.size() - shown.size();
    }

    Optional<EtsTable<?, ?>> find(String id) {
        return Optional.ofNullable(tables.get(id));
    }
}
