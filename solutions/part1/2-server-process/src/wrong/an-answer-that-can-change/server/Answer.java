package server;

/** What a server sends back to a client that has asked. */
public final class Answer {

    private Object value;

    /** Creates an answer. */
    public Answer(Object value) {
        this.value = value;
    }

    /** Returns the answer. */
    public Object value() {
        return value;
    }

    /** Gives another answer. */
    public void correct(Object other) {
        value = other;
    }
}
