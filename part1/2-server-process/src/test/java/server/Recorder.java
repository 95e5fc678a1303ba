package server;

import java.util.ArrayList;
import java.util.List;

/** Callbacks that note what they are to handle, and keep nothing: the next state is null. */
final class Recorder implements Callbacks<String> {

    private final List<Object> handled = new ArrayList<>();

    List<Object> handled() {
        return handled;
    }

    @Override
    public String init() {
        return null;
    }

    @Override
    public String handleCast(Object message, String state) {
        handled.add(message);
        return null;
    }

    @Override
    public Reply<String> handleCall(Object question, String state) {
        handled.add(question);
        return new Reply<>("yes", null);
    }
}
