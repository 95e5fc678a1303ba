package browser;

import observer.wire.ProcessView;
import observer.wire.ProcessView.Kind;
import observer.wire.ProcessView.State;
import observer.wire.SupervisionView;

import java.util.List;

/** Those who appear in a {@link Scene}. */
final class Cast {

    private static final double NOW = System.currentTimeMillis();

    private Cast() {}

    static ProcessView supervisor(long id, Long parent, String title, int children) {
        SupervisionView supervision =
                new SupervisionView("one_for_one", 3, 5, 0, 0, children, 0, List.of());
        return process(id, parent, title, Kind.SUPERVISOR, State.ALIVE, null, supervision);
    }

    static ProcessView server(long id, Long parent, String title) {
        return process(id, parent, title, Kind.SERVER, State.ALIVE, null, null);
    }

    /** Returns the same process after its end. */
    static ProcessView dead(ProcessView view, String reason, long successor) {
        ProcessView dead =
                process(
                        view.id(),
                        view.parent(),
                        view.title(),
                        view.kind(),
                        State.DEAD,
                        reason,
                        view.supervision());
        return withTies(dead, view.predecessor(), successor);
    }

    /** Returns a process that has taken the place of another. */
    static ProcessView successor(long id, ProcessView view) {
        ProcessView next =
                process(
                        id,
                        view.parent(),
                        view.title(),
                        view.kind(),
                        State.ALIVE,
                        null,
                        view.supervision());
        return withTies(next, view.id(), null);
    }

    private static ProcessView process(
            long id,
            Long parent,
            String title,
            Kind kind,
            State state,
            String reason,
            SupervisionView supervision) {
        Double ended = state == State.DEAD ? (Double) NOW : null;
        return new ProcessView(
                id,
                "#PID<0.%d.0>".formatted(id),
                title,
                "Label",
                List.of(),
                kind,
                parent,
                (int) id,
                parent == null ? null : title,
                parent == null ? null : "permanent",
                state,
                false,
                0,
                0,
                NOW,
                ended,
                reason,
                null,
                null,
                1,
                List.of(),
                List.of(),
                0,
                List.of(),
                supervision);
    }

    private static ProcessView withTies(ProcessView view, Long predecessor, Long successor) {
        return new ProcessView(
                view.id(),
                view.pid(),
                view.title(),
                view.label(),
                view.names(),
                view.kind(),
                view.parent(),
                view.place(),
                view.childId(),
                view.restart(),
                view.state(),
                false,
                0,
                0,
                view.since(),
                view.ended(),
                view.reason(),
                predecessor,
                successor,
                1,
                List.of(),
                List.of(),
                0,
                List.of(),
                view.supervision());
    }
}
