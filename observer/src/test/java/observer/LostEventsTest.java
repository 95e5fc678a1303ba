package observer;

import static org.awaitility.Awaitility.await;

import observer.model.Model;
import observer.wire.ProcessView;

import org.junit.jupiter.api.Test;

import otp.ExitReason;
import otp.Pid;
import otp.Processes;

/** Where so much happens that events are lost, the picture comes right again. */
class LostEventsTest {

    /** More than the observer keeps until it has looked at them. */
    private static final int MANY = 1 << 19;

    @Test
    void a_process_whose_beginning_was_noted_and_whose_end_was_lost_has_ended() throws Exception {
        try (Session session = Session.start(0)) {
            Model model = session.model();
            Pid<Object> known;
            Pid<Object> mortal;
            // As long as this thread has the model, the observer only collects.
            synchronized (model) {
                kill(Processes.spawn(() -> Processes.receive()));
                await().atMost(TestPage.PATIENCE).until(LostEventsTest::isBlocked);
                known = kill(Processes.spawn(() -> Processes.receive()));
                mortal = Processes.spawn(() -> Processes.receive());
                for (int number = 0; number < MANY / 2; number++) {
                    Processes.demonitor(Processes.monitor(mortal));
                }
                kill(mortal);
            }
            await().atMost(TestPage.PATIENCE).until(() -> isNoted(model, known));
            await().atMost(TestPage.PATIENCE).until(() -> !lives(model, mortal));
        }
    }

    private static <M> Pid<M> kill(Pid<M> process) {
        Processes.exit(process, ExitReason.KILL);
        await().atMost(TestPage.PATIENCE).until(() -> !Processes.isAlive(process));
        return process;
    }

    private static boolean isBlocked() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("observer-watch"))
                .anyMatch(thread -> thread.getState() == Thread.State.BLOCKED);
    }

    private static boolean isNoted(Model model, Pid<?> end) {
        return model.picture().log().stream()
                .anyMatch(entry -> entry.text().contains(end.toString()));
    }

    private static boolean lives(Model model, Pid<?> process) {
        return model.directory()
                .process(process)
                .filter(view -> view.state() != ProcessView.State.DEAD)
                .isPresent();
    }
}
