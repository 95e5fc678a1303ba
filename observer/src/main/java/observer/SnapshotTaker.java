package observer;

import observer.model.Model;
import observer.model.Snapshot;

import otp.Ets;
import otp.Exit;
import otp.Pid;
import otp.ProcessInfo;
import otp.Processes;
import otp.SupervisorInfo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;

/**
 * Looks at all that there is: when the observer begins, and after events were lost. Processes and
 * tables are looked at from outside; supervisors have to be asked, and may be busy, so that others
 * do not wait for that.
 */
final class SnapshotTaker {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Model model;
    private final RuntimeThreads runtime;

    SnapshotTaker(Model model, RuntimeThreads runtime) {
        this.model = model;
        this.runtime = runtime;
    }

    /**
     * Takes what there is for the truth; what supervisors have to tell comes a little later.
     *
     * @return it is done when all supervisors have been asked
     */
    Future<?> take() {
        List<ProcessInfo> processes =
                Processes.list().stream().flatMap(pid -> Processes.info(pid).stream()).toList();
        model.reconcile(new Snapshot(processes, Ets.all()));
        return runtime.run(() ->
                processes.stream()
                        .<Pid<?>>map(ProcessInfo::pid)
                        .filter(SupervisorInfo::isSupervisor)
                        .forEach(this::ask));
    }

    private void ask(Pid<?> process) {
        try {
            model.place(SupervisorInfo.of(process, PATIENCE));
        } catch (IllegalArgumentException | Exit noAnswer) {
            // It is too busy, or it has ended.
        }
    }
}
