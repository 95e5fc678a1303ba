package observer;

import observer.model.Model;
import observer.wire.Outcome.Verdict;
import observer.wire.VisibleText;

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
import java.util.concurrent.Executors;

/** What a page can do to a process. */
final class Levers {

    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final long MOST_MILLIS = 10_000;
    private static final int LONGEST_REASON = 200;

    private final Model model;
    private final RuntimeThreads runtime;

    /**
     * Those that somebody has asked to take no messages, and not let go again. One that does not
     * obey in time obeys later.
     */
    private final Set<Pid<?>> suspended = ConcurrentHashMap.newKeySet();

    /** Those that somebody has asked to rest, likewise. */
    private final Set<Pid<?>> slowed = ConcurrentHashMap.newKeySet();

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
        Pid<?> process = model.directory().pid(id).orElseThrow(Gone::process);
        return Map.of("lever", runtime.call(() -> pull(form, id, process)));
    }

    private long pull(Form form, long id, Pid<?> process) {
        if (!Processes.isAlive(process)) {
            throw Gone.ended();
        }
        String lever = form.text("lever");
        switch (lever) {
            case "kill" -> {
                return end(lever, id, process, ExitReason.KILL, form);
            }
            case "exit" -> {
                return end(lever, id, process, reason(form.text("reason")), form);
            }
            case "suspend" -> {
                suspended.add(process);
                Sys.suspend(process, PATIENCE);
            }
            case "resume" -> {
                Sys.resume(process, PATIENCE);
                suspended.remove(process);
            }
            case "slow" -> slow(id, process, form.number("millis"));
            default ->
                    throw new Refusal(
                            Refusal.BAD_REQUEST, "a lever is kill, exit, suspend, resume or slow");
        }
        return model.pulled(lever, id, false, Map.of()).orElseThrow(Gone::ended);
    }

    private long end(String lever, long id, Pid<?> process, ExitReason reason, Form form) {
        long number = model.pulled(lever, id, true, predicted(form)).orElseThrow(Gone::ended);
        Processes.exit(process, reason);
        return number;
    }

    private void slow(long id, Pid<?> process, long millis) {
        if (millis < 0 || millis > MOST_MILLIS) {
            throw new Refusal(Refusal.BAD_REQUEST, "millis has to be between 0 and 10000");
        }
        slowed.add(process);
        Sys.slowDown(process, Duration.ofMillis(millis));
        model.slowed(id, millis);
    }

    private static ExitReason reason(String text) {
        return switch (text) {
            case "normal" -> ExitReason.NORMAL;
            case "kill" -> ExitReason.KILL;
            case "shutdown" -> ExitReason.SHUTDOWN;
            case "" -> throw new Refusal(Refusal.BAD_REQUEST, "an exit signal needs a reason");
            default -> ExitReason.of(VisibleText.beginning(text, LONGEST_REASON));
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
        suspended.forEach(process -> letGo(() -> Sys.resume(process, PATIENCE)));
        slowed.forEach(process -> letGo(() -> Sys.slowDown(process, Duration.ZERO)));
        suspended.clear();
        slowed.clear();
    }

    private void letGo(Runnable order) {
        try {
            runtime.call(Executors.callable(order));
        } catch (Refusal goneOrBusy) {
            // It has ended, and is free, or it obeys as soon as it can.
        }
    }
}
