package otp.conformance.tasks;

import otp.Agent;
import otp.Exit;
import otp.Name;
import otp.conformance.Terms;

import tools.jackson.databind.JsonNode;

/**
 * What actors do with the agent of a scenario.
 *
 * @param agent its name
 */
record AgentSteps(Name<Agent.Message<Integer>> agent) {

    Object perform(JsonNode what) {
        JsonNode argument = what.path(1);
        return switch (what.get(0).asString()) {
            case "start" -> Agent.start(() -> 0, agent);
            case "get" -> Agent.<Integer, Integer>get(agent, count -> count);
            case "get_and_update" ->
                    Agent.<Integer, Integer>getAndUpdate(
                            agent, count -> new Agent.Reply<>(count, count + argument.asInt()));
            case "update" -> ok(() -> Agent.update(agent, count -> count + argument.asInt()));
            case "cast" -> ok(() -> Agent.cast(agent, count -> count + argument.asInt()));
            case "stop" -> ok(() -> Agent.stop(agent));
            case "raise" ->
                    Agent.<Integer, Object>get(
                            agent,
                            _ -> {
                                throw new IllegalStateException(argument.asString());
                            });
            case "exit" ->
                    ok(() ->
                            Agent.update(
                                    agent,
                                    _ -> {
                                        throw new Exit(Terms.reason(argument));
                                    }));
            case String other -> throw new IllegalArgumentException("no such step: " + other);
        };
    }

    private static Object ok(Runnable action) {
        action.run();
        return "ok";
    }
}
