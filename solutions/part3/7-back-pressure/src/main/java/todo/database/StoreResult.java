package todo.database;

/** What became of a list that was to be stored. */
public enum StoreResult {
    /** It is on disk, and so is all that was stored before. */
    STORED,

    /** It was refused, because too much waits to be stored. Nothing has changed. */
    BUSY
}
