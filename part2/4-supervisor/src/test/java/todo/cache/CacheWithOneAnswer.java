package todo.cache;

import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Pid;
import otp.Start;

import todo.server.TodoServer;

/** Stands in for the cache, under its name: whoever asks for a list gets the same server. */
final class CacheWithOneAnswer extends GenServer<TodoCache.Message, Start<TodoServer.Message>> {

    private final Pid<TodoServer.Message> answer;

    private CacheWithOneAnswer(Pid<TodoServer.Message> answer) {
        this.answer = answer;
    }

    static void startWith(Pid<TodoServer.Message> answer) {
        startLink(() -> new CacheWithOneAnswer(answer), TodoCache.NAME).pid();
    }

    @Override
    protected Init<Start<TodoServer.Message>> init() {
        return ok(new Start.Ok<>(answer));
    }

    @Override
    protected Next<Start<TodoServer.Message>> handle(
            TodoCache.Message message, Start<TodoServer.Message> answer) {
        return switch (message) {
            case TodoCache.ServerProcess request -> reply(request, answer, answer);
        };
    }
}
