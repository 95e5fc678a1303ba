package otp.conformance.supervision;

import otp.ExitReason;
import otp.GenServer;
import otp.conformance.Family;
import otp.conformance.Group;
import otp.conformance.Names;
import otp.conformance.Tracer;
import otp.conformance.Watched;

import tools.jackson.databind.JsonNode;

/** A scenario of a supervision tree that runs. */
public final class TreeRun implements Family.Run {

    private final JsonNode plan;
    private final Tree tree;

    /** Creates the run; the tree is still to be started. */
    public TreeRun(JsonNode scenario, Tracer tracer, Names names) {
        this.plan = scenario.path("tree");
        this.tree = new Tree(tracer, names);
    }

    @Override
    public Object start() {
        return tree.start(plan, Place.Above.ROOT);
    }

    /** Starts a worker that belongs to the calling process, and to no tree. */
    public Object startWorker(JsonNode worker) {
        Group group = new Group(worker.get("id").asString(), true);
        return tree.start(worker, new Place.Above("", group));
    }

    @Override
    public Object perform(JsonNode step) {
        JsonNode target = step.get(1);
        if (step.get(0).asString().equals("wait")) {
            return tree.clock().turn(target.asLong());
        }
        if (Names.isVia(target)) {
            return new NamedStep(tree.names().readVia(target), tree).perform(step);
        }
        if (step.get(0).asString().equals("who_is")) {
            return GenServer.call(tree.names().<Worker.Message>read(target), new Worker.Who());
        }
        return tree.tracer()
                .atPath(target.asString())
                .map(member -> ((Member) member).perform(step, tree))
                .orElse("none");
    }

    @Override
    public Object end() {
        return tree.tracer()
                .atPath(plan.path("id").asString(""))
                .map(Watched::pid)
                .map(root -> Member.stop(root, ExitReason.NORMAL))
                .orElse(null);
    }
}
