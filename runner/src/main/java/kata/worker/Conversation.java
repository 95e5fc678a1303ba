package kata.worker;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * The worker's side of its conversation, which comes in by the standard input and goes out by the
 * standard output. It has those for itself: what a learner's code reads, prints or closes is
 * something else.
 *
 * @param requests blocks for each next line
 */
record Conversation(Stream<String> requests, PrintStream replies) {

    /** Takes the standard streams over. */
    static Conversation begin() {
        var conversation =
                new Conversation(
                        new BufferedReader(new InputStreamReader(in(), StandardCharsets.UTF_8))
                                .lines(),
                        new PrintStream(out(), true, StandardCharsets.UTF_8));
        System.setIn(InputStream.nullInputStream());
        System.setOut(System.err);
        return conversation;
    }

    /**
     * Code may pass {@code System.in} by, too. Where a descriptor can be opened once more, that is
     * the worker's, and Java leads the first one, when it is closed, to where nothing is to read.
     */
    private static InputStream in() {
        try {
            var own = new FileInputStream("/dev/fd/0");
            new FileInputStream(FileDescriptor.in).close();
            return own;
        } catch (IOException noSuchFile) {
            return System.in;
        }
    }

    /** The first one stays open: the virtual machine has its own last words for it. */
    private static OutputStream out() {
        try {
            return new FileOutputStream("/dev/fd/1");
        } catch (IOException noSuchFile) {
            return System.out;
        }
    }
}
