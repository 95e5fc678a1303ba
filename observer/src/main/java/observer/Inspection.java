package observer;

import observer.model.Model;
import observer.wire.ProcessDetail;
import observer.wire.ProcessDetail.End;
import observer.wire.ProcessDetail.Tie;
import observer.wire.ProcessView;
import observer.wire.VisibleText;

import otp.Exit;
import otp.Pid;
import otp.ProcessInfo;
import otp.Processes;
import otp.Sys;
import otp.Trace;

import web.Form;
import web.Refusal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One process in detail: its state, its ties, and what waits for it. */
final class Inspection {

    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final int LONGEST_STATE = 4_000;
    private static final int MOST_TIES = 100;
    private static final int MOST_CHILDREN = 50;
    private static final String ENDED = "it has ended";

    private final Model model;
    private final RuntimeThreads runtime;

    Inspection(Model model, RuntimeThreads runtime) {
        this.model = model;
        this.runtime = runtime;
    }

    /**
     * Returns a process in detail. Blocks for as long as it takes to tell its state, though no
     * longer than some hundred milliseconds.
     *
     * @throws Refusal if it is not known
     */
    Object of(long id) {
        ProcessView view = model.directory().process(id).orElseThrow(Gone::process);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("process", view);
        answer.put("detail", runtime.call(() -> detail(id, view)));
        return answer;
    }

    private ProcessDetail detail(long id, ProcessView view) {
        Optional<Pid<?>> pid = model.directory().pid(id);
        Optional<ProcessInfo> info = pid.flatMap(Processes::info);
        End lastCrash = model.directory().lastCrash(id).orElse(null);
        if (info.isEmpty()) {
            return new ProcessDetail(
                    null, ENDED, null, List.of(), List.of(), List.of(), List.of(), false,
                    lastCrash);
        }
        State state = state(pid.get(), view);
        return new ProcessDetail(
                state.text(),
                state.problem(),
                info.get().status().name().toLowerCase(Locale.ROOT),
                model.directory().waiting(id),
                ties(info.get().links()),
                ties(info.get().monitors()),
                ties(info.get().monitoredBy()),
                info.get().trapsExits(),
                lastCrash);
    }

    private record State(String text, String problem) {}

    private static State state(Pid<?> pid, ProcessView view) {
        if (view.kind() != ProcessView.Kind.SERVER && view.kind() != ProcessView.Kind.SUPERVISOR) {
            return new State(null, "only a server has a state that can be asked for");
        }
        try {
            Object state = Sys.getState(pid, PATIENCE);
            return new State(VisibleText.of(Trace.text(state), LONGEST_STATE), null);
        } catch (Exit exit) {
            return new State(null, problem(exit));
        }
    }

    private static String problem(Exit exit) {
        return RuntimeThreads.hasNotAnswered(exit.reason())
                ? "it did not answer within %d ms".formatted(PATIENCE.toMillis())
                : ENDED;
    }

    private List<Tie> ties(List<? extends Object> references) {
        return references.stream().limit(MOST_TIES).map(this::tie).toList();
    }

    private Tie tie(Object reference) {
        if (reference instanceof Pid<?> pid) {
            return model.directory()
                    .process(pid)
                    .map(view -> new Tie(view.id(), view.title() + " " + view.pid()))
                    .orElseGet(() -> new Tie(null, pid.toString()));
        }
        return new Tie(null, VisibleText.of(Trace.text(reference), 80));
    }

    /**
     * Returns some of the children of a supervisor, also those that are not in the picture.
     *
     * @throws Refusal if it is not known
     */
    Object children(Form form) {
        int from = Math.clamp(form.number("from", 0), 0, Integer.MAX_VALUE);
        List<ProcessView> children =
                model.directory().children(form.number("id"), from, MOST_CHILDREN);
        if (model.directory().process(form.number("id")).isEmpty()) {
            throw Gone.process();
        }
        int all = model.directory().childCount(form.number("id"));
        return Map.of(
                "processes",
                children,
                "from",
                from,
                "more",
                Math.max(0, all - from - children.size()));
    }
}
