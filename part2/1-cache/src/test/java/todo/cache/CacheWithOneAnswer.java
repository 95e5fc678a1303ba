package todo.cache;

import otp.ExitReason;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Pid;

import todo.server.TodoServer;

/** Stands in for a cache: it knows one list, and ends when it is asked for anything else. */
final class CacheWithOneAnswer extends GenServer<TodoCache.Message, Pid<TodoServer.Message>> {

    private final String listName;
    private final Pid<TodoServer.Message> answer;

    private CacheWithOneAnswer(String listName, Pid<TodoServer.Message> answer) {
        this.listName = listName;
        this.answer = answer;
    }

    static Pid<TodoCache.Message> start(String listName, Pid<TodoServer.Message> answer) {
        return start(() -> new CacheWithOneAnswer(listName, answer)).pid();
    }

    @Override
    protected Init<Pid<TodoServer.Message>> init() {
        return ok(answer);
    }

    @Override
    protected Next<Pid<TodoServer.Message>> handle(
            TodoCache.Message message, Pid<TodoServer.Message> answer) {
        return switch (message) {
            case TodoCache.ServerProcess request when request.listName().equals(listName) ->
                    reply(request, answer, answer);
            case TodoCache.Message other -> stop(ExitReason.of("asked for " + other), answer);
        };
    }
}
