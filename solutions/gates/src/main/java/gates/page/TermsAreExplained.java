package gates.page;

import gates.Finding;
import gates.Gate;

import kata.stage.Stage;
import kata.stage.StagesYaml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Looks up the glossary's terms in a lesson: a term is explained in the stage that the glossary
 * names, where it stands in bold, and until then its first use is a link.
 */
public final class TermsAreExplained implements Gate {

    @Override
    public String promise() {
        return "each term of the glossary is explained in the lesson or before, or it is a link";
    }

    @Override
    public List<Finding> inspect(Stage stage) {
        List<String> walked = walked(stage);
        List<Passage> prose = ProseIsShort.prose(stage);
        List<Finding> findings = new ArrayList<>();
        for (Glossary.Term term : Glossary.of(stage).terms()) {
            if (term.isExplainedIn(stage)) {
                inspectExplained(stage, term, prose, findings);
            } else if (!term.isKnownAfter(walked)) {
                inspectLinked(stage, term, prose, findings);
            }
        }
        return findings;
    }

    /** Returns the paths of the stages before this one. */
    private static List<String> walked(Stage stage) {
        return StagesYaml.read(stage.root()).stages().stream()
                .map(Stage::path)
                .takeWhile(path -> !path.equals(stage.path()))
                .toList();
    }

    private static void inspectExplained(
            Stage stage, Glossary.Term term, List<Passage> prose, List<Finding> findings) {
        boolean bold =
                prose.stream()
                        .anyMatch(passage ->
                                term.pattern()
                                        .matcher(passage.text())
                                        .results()
                                        .anyMatch(use -> passage.bold().get(use.start())));
        if (!bold) {
            findings.add(
                    new Finding(
                            new PageLocation(stage).inLesson(1),
                            "The glossary says that `%s` is explained here."
                                    .formatted(term.words()),
                            "Explain it, in bold, or correct the glossary's link."));
        }
    }

    private static void inspectLinked(
            Stage stage, Glossary.Term term, List<Passage> prose, List<Finding> findings) {
        for (Passage passage : prose) {
            Matcher use = term.pattern().matcher(passage.text());
            if (use.find()) {
                if (!passage.linked().get(use.start())) {
                    findings.add(
                            new Finding(
                                    new PageLocation(stage).inLesson(1),
                                    "`%s` is used here before it is explained: %s"
                                            .formatted(term.words(), passage.text()),
                                    "Link its first use to the glossary or to the lesson that"
                                            + " explains it, or use another word."));
                }
                return;
            }
        }
    }
}
