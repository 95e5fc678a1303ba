package duper;

import otp.Call;
import otp.ChildSpec;
import otp.GenServer;
import otp.Init;
import otp.Name;
import otp.Next;
import otp.Start;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The process that keeps what was found so far: which files have which content. */
public final class Results extends GenServer<Results.Message, Map<String, Set<Path>>> {

    private static final Name<Message> NAME = new Name<>("duper_results");

    /** What the results understand. */
    public sealed interface Message {}

    /**
     * Adds a file, and asks how many files of this content there are now.
     *
     * @param hash stands for the content
     * @param path the file
     */
    public record Add(String hash, Path path) implements Message, Call<Integer> {}

    /** Asks for the files that are there more than once. */
    public record Duplicates() implements Message, Call<List<Set<Path>>> {}

    private Results() {}

    /** Starts the results, without any, linked to the caller. */
    public static Start<Message> startLink() {
        return startLink(Results::new, NAME);
    }

    /** Specifies the results as the child of a supervisor. */
    public static ChildSpec<Message> childSpec() {
        return ChildSpec.worker("duper_results", Results::startLink);
    }

    /** Adds a file by the hash of its content; returns how many have that content now. */
    public static int add(String hash, Path path) {
        return call(NAME, new Add(hash, path));
    }

    /**
     * Returns the files with the same content, as far as they are known, in sets of two or more.
     */
    public static List<Set<Path>> duplicates() {
        return call(NAME, new Duplicates());
    }

    @Override
    protected Init<Map<String, Set<Path>>> init() {
        return ok(new TreeMap<>());
    }

    @Override
    protected Next<Map<String, Set<Path>>> handle(Message message, Map<String, Set<Path>> found) {
        return switch (message) {
            case Add request -> reply(request, added(request, found), found);
            case Duplicates request -> reply(request, duplicates(found), found);
        };
    }

    private static int added(Add request, Map<String, Set<Path>> found) {
        Set<Path> paths = found.computeIfAbsent(request.hash(), _ -> new TreeSet<>());
        paths.add(request.path());
        return paths.size();
    }

    private static List<Set<Path>> duplicates(Map<String, Set<Path>> found) {
        return found.values().stream().filter(paths -> paths.size() > 1).map(Set::copyOf).toList();
    }
}
