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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The worker's side of its conversation, which comes in by the standard input and goes out by the
 * standard output. It has those for itself: what a learner's code reads, prints or closes is
 * something else.
 *
 * @param requests blocks for each next line
 * @param standardOutput which file the standard output is; null where that is not known
 */
record Conversation(Stream<String> requests, PrintStream replies, Object standardOutput) {

    private static final String STANDARD_OUTPUT = "/dev/fd/1";

    /** Takes the standard streams over. */
    static Conversation begin() {
        var conversation =
                new Conversation(
                        new BufferedReader(new InputStreamReader(in(), StandardCharsets.UTF_8))
                                .lines(),
                        new PrintStream(out(), true, StandardCharsets.UTF_8),
                        standardOutputNow());
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

    /**
     * Tells whether the standard output still leads to the other side. Code may have closed it, and
     * the next one that fills the memory could not be told from one that exits.
     */
    boolean isWhole() {
        return Objects.equals(standardOutput, standardOutputNow());
    }

    private static Object standardOutputNow() {
        try {
            return Files.readAttributes(Path.of(STANDARD_OUTPUT), BasicFileAttributes.class)
                    .fileKey();
        } catch (IOException noSuchFile) {
            return null;
        }
    }

    /** The first one stays open: the virtual machine has its own last words for it. */
    private static OutputStream out() {
        try {
            return new FileOutputStream(STANDARD_OUTPUT);
        } catch (IOException noSuchFile) {
            return System.out;
        }
    }
}
