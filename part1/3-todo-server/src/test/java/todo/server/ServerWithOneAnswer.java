package todo.server;

import otp.ExitReason;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Pid;

import todo.list.Entry;

import java.time.LocalDate;
import java.util.List;

/** Stands in for a to-do server: it knows one day, and ends when it is asked for anything else. */
final class ServerWithOneAnswer extends GenServer<TodoServer.Message, List<Entry>> {

    private final LocalDate day;
    private final List<Entry> answer;

    private ServerWithOneAnswer(LocalDate day, List<Entry> answer) {
        this.day = day;
        this.answer = answer;
    }

    static Pid<TodoServer.Message> start(LocalDate day, List<Entry> answer) {
        return start(() -> new ServerWithOneAnswer(day, answer)).pid();
    }

    @Override
    protected Init<List<Entry>> init() {
        return ok(answer);
    }

    @Override
    protected Next<List<Entry>> handle(TodoServer.Message message, List<Entry> answer) {
        return switch (message) {
            case TodoServer.Entries request when request.date().equals(day) ->
                    reply(request, answer, answer);
            case TodoServer.Message other -> stop(ExitReason.of("asked for " + other), answer);
        };
    }
}
