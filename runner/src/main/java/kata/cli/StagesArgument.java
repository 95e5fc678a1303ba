package kata.cli;

import kata.model.Kata;
import kata.model.KataException;
import kata.model.Stage;

import picocli.CommandLine.Parameters;

import java.util.List;

/** The stages that a command is about: those that are named, or else all. */
final class StagesArgument {

    @Parameters(
            arity = "0..*",
            paramLabel = "<stage>",
            description = "The stages, such as part2/1-cache (default: all).")
    private List<String> names = List.of();

    /** Tells whether none was named. */
    boolean areAll() {
        return names.isEmpty();
    }

    /**
     * Returns the stages, in the order in which they were named.
     *
     * @throws KataException if one that was named is unknown
     */
    List<Stage> in(Kata kata) {
        return areAll() ? kata.stages() : names.stream().map(kata::stage).toList();
    }
}
