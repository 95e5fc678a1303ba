package observer;

import observer.model.Model;
import observer.wire.Outcome.Verdict;

import otp.ExitReason;
import otp.Pid;
import otp.Processes;
import otp.Sys;

import web.Form;
import web.Refusal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a page can do to a process. */
final class Levers {

    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final long MOST_MILLIS = 10_000;
    private static final int LONGEST_REASON = 200;

    private final Model model;
    private final RuntimeThreads runtime;

    /** Those that somebody has suspended or slowed down, and not let go again. */
    private final Set<Pid<?>> held = ConcurrentHashMap.newKeySet();

    Levers(Model model, RuntimeThreads runtime) {
        this.model = model;
        this.runtime = runtime;
    }

    /**
     * Pulls the lever that a form names.
     *
     * @throws Refusal if there is no such lever, no such process, or it does not obey
     */
    Object pull(Form form) {
        long id = form.number("process");
        Pid<?> process =
                model.directory()
                        .pid(id)
                        .orElseThrow(() ->
                                new Refusal(
                                        Refusal.NOT_FOUND, "this process is not known any more"));
        return Map.of("lever", runtime.call(() -> pull(form, id, process)));
    }

    private long pull(Form form, long id, Pid<?> process) {
        if (!Processes.isAlive(process)) {
            throw new Refusal(Refusal.CONFLICT, process + " has ended");
        }
        String lever = form.text("lever");
        switch (lever) {
            case "kill" -> {
                long number = model.pulled(lever, id, true, predicted(form));
                Processes.exit(process, ExitReason.KILL);
                return number;
            }
            case "exit" -> {
                ExitReason reason = reason(form.text("reason"));
                long number = model.pulled(lever, id, true, predicted(form));
                Processes.exit(process, reason);
                return number;
            }
            case "suspend" -> {
                Sys.suspend(process, PATIENCE);
                held.add(process);
            }
            case "resume" -> {
                Sys.resume(process, PATIENCE);
                held.remove(process);
            }
            case "slow" -> slow(id, process, form.number("millis"));
            default ->
                    throw new Refusal(
                            Refusal.BAD_REQUEST, "a lever is kill, exit, suspend, resume or slow");
        }
        return model.pulled(lever, id, false, Map.of());
    }

    private void slow(long id, Pid<?> process, long millis) {
        if (millis < 0 || millis > MOST_MILLIS) {
            throw new Refusal(Refusal.BAD_REQUEST, "millis has to be between 0 and 10000");
        }
        Sys.slowDown(process, Duration.ofMillis(millis));
        model.slowed(id, millis);
        held.add(process);
    }

    private static ExitReason reason(String text) {
        return switch (text) {
            case "normal" -> ExitReason.NORMAL;
            case "kill" -> ExitReason.KILL;
            case "shutdown" -> ExitReason.SHUTDOWN;
            case "" -> throw new Refusal(Refusal.BAD_REQUEST, "an exit signal needs a reason");
            default -> ExitReason.of(text.substring(0, Math.min(text.length(), LONGEST_REASON)));
        };
    }

    private static Map<Long, Verdict> predicted(Form form) {
        Map<Long, Verdict> predicted = new LinkedHashMap<>();
        form.numbers("lives").forEach(id -> predicted.put(id, Verdict.LIVES));
        form.numbers("replaced").forEach(id -> predicted.put(id, Verdict.REPLACED));
        form.numbers("ends").forEach(id -> predicted.put(id, Verdict.ENDS));
        return predicted;
    }

    /** Lets all go that were suspended or slowed down, and still live. */
    void release() {
        held.forEach(process -> {
            try {
                runtime.call(() -> letGo(process));
            } catch (Refusal gone) {
                // It has ended, and is free.
            }
        });
        held.clear();
    }

    private static Pid<?> letGo(Pid<?> process) {
        Sys.slowDown(process, Duration.ZERO);
        Sys.resume(process, PATIENCE);
        return process;
    }
}
