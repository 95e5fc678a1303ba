package counter.worker;

import otp.GenServer;
import otp.Init;
import otp.Next;

import java.util.ArrayList;
import java.util.List;

/** Stands in for a worker: it answers each question with the number of messages that it has had. */
final class Recorder extends GenServer<Worker.Message, List<Worker.Message>> {

    @Override
    protected Init<List<Worker.Message>> init() {
        return ok(List.of());
    }

    @Override
    protected Next<List<Worker.Message>> handle(
            Worker.Message message, List<Worker.Message> before) {
        List<Worker.Message> all = new ArrayList<>(before);
        all.add(message);
        return message instanceof Worker.Value question
                ? reply(question, all.size(), all)
                : noreply(all);
    }
}
