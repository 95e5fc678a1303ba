package observer.model;

import observer.wire.Changes;
import observer.wire.Counts;
import observer.wire.Limits;
import observer.wire.LogEntry;
import observer.wire.Outcome.Verdict;
import observer.wire.Picture;
import observer.wire.Settings;

import otp.Pid;
import otp.ProcessEvent;
import otp.SupervisionEvent;
import otp.SupervisorInfo;
import otp.TableEvent;
import otp.TraceEvent;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The picture of a running system, folded from what its trace tells. It is safe for several
 * threads, and no method waits for a process that is observed.
 */
public final class Model {

    private final Nodes nodes = new Nodes();
    private final Texts texts = new Texts();
    private final Journal journal = new Journal();
    private final Limits limits;
    private final ShownProcesses shown;
    private final Messages messages;
    private final Lives lives;
    private final Supervision supervision;
    private final Tables tables;
    private final Reconciliation reconciliation;
    private final LeverPulls leverPulls;
    private final Directory directory;
    private final String epoch;
    private final String program;
    private final String hint;

    private Settings settings = new Settings(true, List.of());
    private Settings toldSettings = settings;
    private Counts toldCounts;
    private long version;
    private long dropped;

    /**
     * Creates a picture of nothing.
     *
     * @param epoch tells it from all others
     * @param program what is observed
     * @param hint a line of code to begin with; may be empty
     */
    public Model(String epoch, String program, String hint, Limits limits) {
        this.hint = hint;
        this.epoch = epoch;
        this.program = program;
        this.limits = limits;
        shown = new ShownProcesses(limits);
        messages = new Messages(limits.messages(), nodes, texts);
        lives = new Lives(nodes, shown, texts, journal, messages);
        supervision = new Supervision(nodes, shown, texts, journal);
        tables = new Tables(limits.tables(), nodes, shown, texts, journal);
        reconciliation = new Reconciliation(nodes, shown, texts, lives, supervision);
        leverPulls = new LeverPulls(nodes, shown, journal);
        directory = new Directory(this, nodes, shown, tables, messages);
    }

    /** Leaves a process out of the picture for ever: it is the observer's own. */
    public synchronized void hide(Pid<?> pid) {
        nodes.hide(pid);
        nodes.find(pid)
                .ifPresent(node -> {
                    shown.erase(node);
                    nodes.remove(node);
                    nodes.ended();
                });
    }

    /** Adds what has happened. */
    public synchronized void fold(List<TraceEvent> events) {
        for (TraceEvent event : events) {
            double time = millis(event.time());
            leverPulls.note(event.what(), time);
            switch (event.what()) {
                case ProcessEvent happened -> lives.fold(happened, time);
                case SupervisionEvent happened -> supervision.fold(happened, time);
                case TableEvent happened -> tables.fold(happened, time);
            }
        }
    }

    private static double millis(Instant time) {
        return time.getEpochSecond() * 1_000.0 + time.getNano() / 1_000 / 1_000.0;
    }

    /** Takes what there is for the truth, as after events were lost. */
    public synchronized void reconcile(Snapshot snapshot) {
        reconciliation.reconcile(snapshot, millis(Instant.now()));
        tables.reconcile(snapshot.tables());
    }

    /** Notes what a supervisor has told of itself. */
    public synchronized void place(SupervisorInfo told) {
        reconciliation.place(told);
    }

    /** Looks at what no event tells of those in the picture, such as how many messages wait. */
    public synchronized void look() {
        reconciliation.look();
    }

    /** Notes how many events have been lost since the start. */
    public synchronized void dropped(long number) {
        if (number > dropped) {
            String text =
                    "%d events were lost: too much happened at once. The picture has been taken again."
                            .formatted(number - dropped);
            journal.add(millis(Instant.now()), LogEntry.Kind.DROPPED, text, null, null);
            dropped = number;
        }
    }

    /** Returns what has changed since the last time; nothing if nothing has. */
    public synchronized Optional<Changes> changes() {
        double now = millis(Instant.now());
        lives.buryDead(now);
        reconciliation.forgetOldRestarts(now);
        shown.fill();
        Counts counts = counts();
        Changes changes =
                new Changes(
                        version + 1,
                        now,
                        counts.equals(toldCounts) ? null : counts,
                        settings.equals(toldSettings) ? null : settings,
                        Views.of(shown.takeChanged()),
                        shown.takeGone(),
                        tables.takeChanged(),
                        tables.takeGone(),
                        messages.takeChanged(),
                        journal.takeAdded(now),
                        leverPulls.takeOutcomes(now));
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        version++;
        toldCounts = counts;
        toldSettings = settings;
        return Optional.of(changes);
    }

    private Counts counts() {
        int alive = nodes.living();
        return new Counts(
                alive,
                shown.living(),
                alive - shown.living(),
                shown.dead(),
                lives.deadNotShown(),
                dropped,
                messages.notShown(),
                tables.notShown());
    }

    /** Returns the whole picture, as of the last changes. */
    public synchronized Picture picture() {
        return new Picture(
                epoch,
                version,
                millis(Instant.now()),
                program,
                hint,
                limits,
                settings,
                counts(),
                Views.of(shown.everybody().toList()),
                tables.shown(),
                messages.kept(),
                journal.kept(),
                leverPulls.kept());
    }

    /** Returns the picture as text, one line for each process. */
    public synchronized String text() {
        reconciliation.look();
        return TextTree.of(shown.roots());
    }

    /** Returns what answers questions about single processes and tables. */
    public Directory directory() {
        return directory;
    }

    /** Returns what all pages have agreed on. */
    public synchronized Settings settings() {
        return settings;
    }

    /** Adds to those whose messages are traced the processes that have taken their places. */
    public synchronized void followSuccessors() {
        Set<Long> of = new LinkedHashSet<>();
        for (long id : settings.of()) {
            nodes.find(id)
                    .ifPresent(node -> {
                        for (Node each = node; each != null; each = each.successor) {
                            of.add(each.id);
                        }
                    });
        }
        settings = new Settings(settings.messages(), List.copyOf(of));
    }

    /** Sets what all pages agree on. */
    public synchronized void settings(Settings next) {
        settings = next;
    }

    /**
     * Notes that a lever is going to be pulled. Returns its number; nothing if the process is gone.
     *
     * @param ends whether it may end processes: then what comes of it is watched
     * @param predicted what somebody believes becomes of processes
     */
    public synchronized OptionalLong pulled(
            String lever, long id, boolean ends, Map<Long, Verdict> predicted) {
        if (ends) {
            reconciliation.look(); // Whom an end spares depends on who traps exits now.
        }
        return leverPulls.begin(lever, id, ends, predicted, millis(Instant.now()));
    }

    /** Notes how long a process is made to wait before each message. */
    public synchronized void slowed(long id, long millis) {
        nodes.find(id)
                .ifPresent(node -> {
                    node.delay = millis;
                    shown.touch(node);
                });
    }
}
