package duper;

import otp.Cast;
import otp.ChildSpec;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A process that fetches files and hashes them, until there are none left. */
public final class DuperWorker extends GenServer<DuperWorker.Message, Void> {

    /** What a worker understands. */
    public sealed interface Message {}

    /** Tells a worker to fetch a file; it tells itself. */
    public record FetchNext() implements Message, Cast {}

    private final int number;

    private DuperWorker(int number) {
        this.number = number;
    }

    /** Starts a worker that fetches its first file, linked to the caller. */
    public static Start<Message> startLink(int number) {
        return startLink(() -> new DuperWorker(number));
    }

    /** Specifies a worker as the child of a supervisor; all workers have the same id. */
    public static ChildSpec<Message> childSpec(int number) {
        // TODO 3: specify a worker that comes back after a crash, but not after its work.
        throw new UnsupportedOperationException(
                "TODO 3: specify a worker that comes back after a crash, but not after its work.");
    }

    @Override
    protected Init<Void> init() {
        cast(self(), new FetchNext());
        return ok(null);
    }

    @Override
    protected Next<Void> handle(Message message, Void state) throws Exception {
        return switch (message) {
            case FetchNext _ -> fetchNext();
        };
    }

    private Next<Void> fetchNext() throws Exception {
        // TODO 2: add the next file to the results and go on, or be done.
        throw new UnsupportedOperationException(
                "TODO 2: add the next file to the results and go on, or be done.");
    }

    private static String hashOf(Path path) throws IOException, NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
        return HexFormat.of().formatHex(hash);
    }
}
