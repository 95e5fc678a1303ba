package gates;

import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.stage.WrongSolution;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows the layering rules that a stage has taken over, word for word, from one that proves them.
 */
final class ProvenRules {

    private final String rule;
    private final Pattern declaration;

    private ProvenRules(String rule) {
        this.rule = rule;
        String field = rule.substring(rule.lastIndexOf('.') + 1);
        this.declaration =
                Pattern.compile(
                        "ArchRule\\s+" + Pattern.quote(field) + "\\s*=.*?;", Pattern.DOTALL);
    }

    /**
     * Tells whether a wrong solution of an earlier stage is caught by a rule that has not changed
     * since.
     *
     * @param rule class and field, such as {@code LayersTest.servers_know_no_cache}
     */
    static boolean test(Stage stage, String rule) {
        return new ProvenRules(rule).test(stage);
    }

    private boolean test(Stage stage) {
        Optional<String> now = declaration(stage);
        return stage.previous()
                .filter(previous -> now.isPresent() && now.equals(declaration(previous)))
                .filter(previous -> isProvenBy(previous) || test(previous))
                .isPresent();
    }

    private boolean isProvenBy(Stage stage) {
        return WrongSolution.readAll(stage).stream()
                .anyMatch(wrong -> wrong.caughtBy().contains(rule));
    }

    private Optional<String> declaration(Stage stage) {
        return SourceFile.in(stage.root(), stage.testSources()).stream()
                .map(SourceFile::text)
                .map(declaration::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }
}
