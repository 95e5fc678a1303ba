package duper;

import otp.Call;
import otp.ChildSpec;
import otp.GenServer;
import otp.Init;
import otp.Name;
import otp.Next;
import otp.Start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;

/** The process that hands out the files of a folder, each of them once. */
public final class PathFinder extends GenServer<PathFinder.Message, Queue<Path>> {

    private static final Name<Message> NAME = new Name<>("duper_path_finder");

    /** What the path finder understands. */
    public sealed interface Message {}

    /** Asks for a file that was not handed out yet. */
    public record NextPath() implements Message, Call<Optional<Path>> {}

    private final Path folder;

    private PathFinder(Path folder) {
        this.folder = folder;
    }

    /** Starts the path finder, linked to the caller, with all files that are in the folder now. */
    public static Start<Message> startLink(Path folder) {
        return startLink(() -> new PathFinder(folder), NAME);
    }

    /** Specifies the path finder as the child of a supervisor. */
    public static ChildSpec<Message> childSpec(Path folder) {
        return ChildSpec.worker("duper_path_finder", () -> startLink(folder));
    }

    /** Returns a file that no process was given before; none if all have been handed out. */
    public static Optional<Path> nextPath() {
        return call(NAME, new NextPath());
    }

    @Override
    protected Init<Queue<Path>> init() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return ok(new ArrayDeque<>(paths.filter(Files::isRegularFile).sorted().toList()));
        }
    }

    @Override
    protected Next<Queue<Path>> handle(Message message, Queue<Path> paths) {
        return switch (message) {
            case NextPath request -> reply(request, Optional.ofNullable(paths.poll()), paths);
        };
    }
}
