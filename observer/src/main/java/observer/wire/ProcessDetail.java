package observer.wire;

import java.util.List;

/**
 * What a process tells when it is asked.
 *
 * @param state its state as text; null if it does not tell
 * @param stateProblem why it does not tell; null if it does
 * @param status what it does just now: running, waiting or suspended; null if it has ended
 * @param mailboxMessages the messages that were seen to come and not to be taken
 * @param links whom it is linked with
 * @param monitors what it monitors
 * @param monitoredBy who monitors it
 * @param trapsExits whether exit signals reach it as messages
 * @param lastCrash how the process before it in its place has ended; null if none is remembered
 */
public record ProcessDetail(
        String state,
        String stateProblem,
        String status,
        List<String> mailboxMessages,
        List<Tie> links,
        List<Tie> monitors,
        List<Tie> monitoredBy,
        boolean trapsExits,
        End lastCrash) {

    /**
     * Another process that it is tied to.
     *
     * @param id its number; null if that is not known
     * @param title what a person calls it
     */
    public record Tie(Long id, String title) {}

    /**
     * The end of a process.
     *
     * @param reason why it ended
     * @param time when, in milliseconds
     */
    public record End(String reason, Double time) {}
}
