package todo.server;

import otp.GenServer;
import otp.Pid;

import java.time.LocalDate;

/** Puts what is to be done tomorrow on a list. */
public final class Reminder {

    private Reminder() {}

    /** Adds an entry for the day after. */
    public static void tomorrow(Pid<TodoServer.Message> server, LocalDate today, String title) {
        GenServer.cast(server, new TodoServer.AddEntry(today.plusDays(1), title));
    }
}
