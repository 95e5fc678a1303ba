package otp;

/**
 * A server that handles each message as the message itself says. A test that needs another callback
 * overrides it.
 */
class ScriptedServer extends GenServer<ScriptedServer.Message, Integer> {

    sealed interface Message {}

    /** A call. */
    record Ask(Script<Ask> script) implements Message, Call<Integer> {

        /** Is answered with a number, which is the new state too. */
        static Ask forAnswer(int answer) {
            return new Ask((_, request, _) -> reply(request, answer, answer));
        }

        /** Is answered with the state. */
        static Ask forState() {
            return new Ask((_, request, state) -> reply(request, state, state));
        }
    }

    /** A cast. */
    record Tell(Script<Tell> script) implements Message, Cast {

        /** Is handled by running code, which leaves the state alone. */
        static Tell toRun(Runnable code) {
            return new Tell((_, _, state) -> {
                code.run();
                return noreply(state);
            });
        }

        /** Adds to the state. */
        static Tell toAdd(int amount) {
            return new Tell((_, _, state) -> noreply(state + amount));
        }
    }

    /** How a message is handled. */
    @FunctionalInterface
    interface Script<Q> {
        Next<Integer> handle(ScriptedServer server, Q request, int state);
    }

    @Override
    protected Init<Integer> init() throws Exception {
        return ok(0);
    }

    @Override
    protected Next<Integer> handle(Message message, Integer state) throws Exception {
        return switch (message) {
            case Ask ask -> ask.script().handle(this, ask, state);
            case Tell tell -> tell.script().handle(this, tell, state);
        };
    }
}
