package todo.cache;

import otp.ExitReason;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Pid;

import todo.server.TodoServer;

import java.util.Optional;

/**
 * Stands in for a cache: it knows one list, and answers once. It ends when it is asked for anything
 * else, or again.
 */
final class CacheWithOneAnswer
        extends GenServer<TodoCache.Message, Optional<Pid<TodoServer.Message>>> {

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
    protected Init<Optional<Pid<TodoServer.Message>>> init() {
        return ok(Optional.of(answer));
    }

    @Override
    protected Next<Optional<Pid<TodoServer.Message>>> handle(
            TodoCache.Message message, Optional<Pid<TodoServer.Message>> answer) {
        return switch (message) {
            case TodoCache.ServerProcess request
                    when request.listName().equals(listName) && answer.isPresent() ->
                    reply(request, answer.get(), Optional.empty());
            case TodoCache.Message other -> stop(ExitReason.of("asked for " + other), answer);
        };
    }
}
