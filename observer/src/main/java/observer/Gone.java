package observer;

import web.Refusal;

/** What is said where somebody asks about something that is not there any more. */
final class Gone {

    private Gone() {}

    /** Returns a refusal for a process that has ended, and has left the picture. */
    static Refusal process() {
        return new Refusal(
                Refusal.NOT_FOUND, "this process ended a while ago, and has left the picture");
    }

    /** Returns a refusal for a process that has just ended. */
    static Refusal ended() {
        return new Refusal(Refusal.CONFLICT, "this process has ended");
    }

    /** Returns a refusal for a table that was deleted, or has ended with its owner. */
    static Refusal table() {
        return new Refusal(Refusal.NOT_FOUND, "this table is not there any more");
    }
}
