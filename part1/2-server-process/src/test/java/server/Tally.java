package server;

/** Counts what it is told, and keeps nothing else, however much that is. */
record Tally() implements Callbacks<Integer> {

    @Override
    public Integer init() {
        return 0;
    }

    @Override
    public Integer handleCast(Object message, Integer count) {
        return count + 1;
    }

    @Override
    public Reply<Integer> handleCall(Object question, Integer count) {
        return new Reply<>(count, count);
    }
}
