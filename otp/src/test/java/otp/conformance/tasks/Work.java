package otp.conformance.tasks;

import otp.Exit;
import otp.Processes;
import otp.conformance.Terms;
import otp.conformance.Tracer;

import tools.jackson.databind.JsonNode;

import java.util.concurrent.Callable;

/**
 * What a task does.
 *
 * @param reference the reference of its process
 * @param json the work, as the step has it
 * @param tracer the tracer
 */
record Work(String reference, JsonNode json, Tracer tracer) implements Callable<Object> {

    /** Lets a task begin, once its owner is known to have started it. */
    record Begin() {}

    /** Lets a task go on that waits. */
    record Release() {}

    @Override
    public Object call() {
        tracer.watch(new LivingTask(reference, Processes.self()));
        Processes.receive(Begin.class);
        if (kind().equals("wait")) {
            tracer.await(reference, "release");
        }
        return perform();
    }

    private String kind() {
        return json.get(0).asString();
    }

    private Object perform() {
        return switch (kind()) {
            case "wait" -> {
                Processes.receive(Release.class);
                yield 0;
            }
            case "return" -> json.get(1).asInt();
            case "raise" -> throw new IllegalStateException(json.get(1).asString());
            case "exit" -> throw new Exit(Terms.reason(json.get(1)));
            case String other -> throw new IllegalArgumentException("no such work: " + other);
        };
    }
}
