package duper;

import otp.Cast;
import otp.ChildSpec;
import otp.ExitReason;
import otp.GenServer;
import otp.Init;
import otp.Next;
import otp.Restart;
import otp.Start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

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
        return ChildSpec.worker("duper_worker", () -> startLink(number))
                .withRestart(Restart.TRANSIENT);
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
        Optional<Path> path = PathFinder.nextPath();
        if (path.isEmpty()) {
            Gatherer.done(number);
            return stop(ExitReason.NORMAL, null);
        }
        if (Files.size(path.get()) > 0) {
            Results.add(hashOf(path.get()), path.get());
        }
        cast(self(), new FetchNext());
        return noreply(null);
    }

    private static String hashOf(Path path) throws IOException, NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
        return HexFormat.of().formatHex(hash);
    }
}
