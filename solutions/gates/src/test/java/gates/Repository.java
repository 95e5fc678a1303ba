package gates;

import kata.stage.Kata;
import kata.stage.Stage;
import kata.stage.StagesYaml;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The kata whose promises are tested, and the stages that were named by {@code -Dstages}. */
final class Repository {

    static final Path ROOT = Path.of(System.getProperty("kata.root"));
    static final Kata KATA = StagesYaml.read(ROOT);

    private static final String SELECTED = System.getProperty("stages", "");

    private Repository() {}

    static List<Stage> selectedStages() {
        return SelectedStages.of(KATA, SELECTED);
    }

    static boolean areAllSelected() {
        return SELECTED.isBlank();
    }

    /** Returns findings as sentences: where, what is wrong there, and what to do about it. */
    static String told(List<Finding> findings) {
        return findings.stream()
                .map(finding ->
                        "%n%s%n%s%n-> %s%n"
                                .formatted(finding.where(), finding.problem(), finding.remedy()))
                .collect(Collectors.joining());
    }
}
