package todo.cache;

import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Pid;
import otp.Start;

import todo.cache.TodoCache.Message;
import todo.cache.TodoCache.ServerProcess;
import todo.server.TodoServer;

/** Stands in for the cache: it has no table, and has one and the same server for every list. */
final class AnsweringCache extends GenServer<Message, Pid<TodoServer.Message>> {

    private final Pid<TodoServer.Message> server;

    private AnsweringCache(Pid<TodoServer.Message> server) {
        this.server = server;
    }

    static void startLink(Pid<TodoServer.Message> server) {
        startLink(() -> new AnsweringCache(server), TodoCache.NAME).pid();
    }

    @Override
    protected Init<Pid<TodoServer.Message>> init() {
        return ok(server);
    }

    @Override
    protected Next<Pid<TodoServer.Message>> handle(Message message, Pid<TodoServer.Message> state) {
        return switch (message) {
            case ServerProcess request -> reply(request, new Start.Ok<>(state), state);
        };
    }
}
