package gates.derive;

import kata.stage.Kata;
import kata.stage.KataException;
import kata.stage.Stage;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The modules that a reactor's pom.xml lists: runtime, runner, the stages in walking order, and
 * what else it has behind them.
 *
 * @param first what comes before the stages
 * @param kata the stages
 */
record ModuleList(List<String> first, Kata kata) {

    private static final Pattern MODULES =
            Pattern.compile("(?<=<modules>)(.*?)(?=\\s*</modules>)", Pattern.DOTALL);
    private static final Pattern MODULE = Pattern.compile("<module>\\s*(.*?)\\s*</module>");

    /** Returns the list of the learner's reactor. */
    static ModuleList ofLearner(Kata kata) {
        return new ModuleList(List.of("otp", "runner"), kata);
    }

    /** Returns the list of the maintainer's reactor. */
    static ModuleList ofSolutions(Kata kata) {
        return new ModuleList(List.of("../otp", "../runner"), kata);
    }

    /**
     * Returns the text of a pom.xml with its modules brought up to date, and all else as it was.
     *
     * @throws KataException if it has no modules
     */
    String rewrite(String pom) {
        Matcher modules = MODULES.matcher(pom);
        if (!modules.find()) {
            throw new KataException("A pom.xml has no <modules>; give it an empty list of them.");
        }
        String list =
                modules(modules.group()).stream()
                        .map("\n    <module>%s</module>"::formatted)
                        .collect(Collectors.joining());
        return modules.replaceFirst(Matcher.quoteReplacement(list));
    }

    private List<String> modules(String present) {
        List<String> stages = kata.stages().stream().map(Stage::path).toList();
        List<String> modules = new ArrayList<>(first);
        modules.addAll(stages);
        others(present).forEach(modules::add);
        return modules;
    }

    private Stream<String> others(String present) {
        List<String> known =
                Stream.concat(first.stream(), kata.allStages().map(Stage::path)).toList();
        return MODULE.matcher(present)
                .results()
                .map(module -> module.group(1))
                .filter(module -> !known.contains(module));
    }
}
