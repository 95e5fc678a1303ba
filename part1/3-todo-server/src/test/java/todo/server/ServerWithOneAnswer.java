package todo.server;

import otp.ExitReason;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Pid;

import todo.list.Entry;

import java.time.LocalDate;
import java.util.List;

/** Stands in for a to-do server: it answers once, for one day, and ends over any other request. */
final class ServerWithOneAnswer extends GenServer<TodoServer.Message, Boolean> {

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
    protected Init<Boolean> init() {
        return ok(false);
    }

    @Override
    protected Next<Boolean> handle(TodoServer.Message message, Boolean hasAnswered) {
        return switch (message) {
            case TodoServer.Entries request when request.date().equals(day) && !hasAnswered ->
                    reply(request, answer, true);
            case TodoServer.Message other -> stop(ExitReason.of("asked for " + other), hasAnswered);
        };
    }
}
