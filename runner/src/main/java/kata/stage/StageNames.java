package kata.stage;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the stage that is meant by what was typed. */
record StageNames(List<Stage> stages) {

    private static final double NEAR = 0.75;

    /** A longer name is no stage's, and to compare it takes minutes. */
    private static final int LONGEST = 200;

    /**
     * Returns the stage of this path, or of this name, or of this number in its chapter, such as
     * {@code part2/1}, if only one stage has it; or the stage that a file of this path is in.
     *
     * @throws KataException if there is none, more than one, or only one still to come
     */
    Stage find(String typed) {
        String wanted = belowRoot(typed.strip().replace('\\', '/').replaceAll("^(\\./)+|/+$", ""));
        List<Stage> matches = matches(wanted);
        return switch (matches.size()) {
            case 0 -> throw unknown(typed, wanted);
            case 1 -> existing(matches.getFirst());
            default ->
                    throw new KataException(
                            "'%s' is the name of several stages: %s. Give the whole path."
                                    .formatted(typed, listed(matches)));
        };
    }

    /** A path may be absolute, and may lead to the stage's solution. */
    private String belowRoot(String typed) {
        String root =
                stages.isEmpty() ? "" : stages.getFirst().root().toAbsolutePath().normalize() + "/";
        String below = typed.startsWith(root) ? typed.substring(root.length()) : typed;
        return below.replaceFirst("^solutions/", "");
    }

    private List<Stage> matches(String wanted) {
        return Stream.<Predicate<Stage>>of(
                        stage -> stage.path().equals(wanted),
                        stage -> names(stage).anyMatch(wanted::equals),
                        stage -> stage.path().startsWith(wanted + "-"),
                        stage -> wanted.startsWith(stage.path() + "/"))
                .map(rule -> stages.stream().filter(rule).toList())
                .filter(matches -> !matches.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static Stage existing(Stage stage) {
        if (!stage.exists()) {
            throw new KataException(
                    "Stage %s (%s) is still to come. `./kata list` shows the stages that are there."
                            .formatted(stage.path(), stage.title()));
        }
        return stage;
    }

    private KataException unknown(String typed, String wanted) {
        String hint =
                stages.stream()
                        .max(Comparator.comparingDouble(stage -> similarity(stage, wanted)))
                        .filter(stage -> similarity(stage, wanted) >= NEAR)
                        .map("Did you mean %s?"::formatted)
                        .orElse("`./kata list` shows them all.");
        return new KataException("There is no stage '%s'. %s".formatted(typed, hint));
    }

    private static double similarity(Stage stage, String wanted) {
        return names(stage)
                .mapToDouble(name -> similarity(name, wanted.toLowerCase(Locale.ROOT)))
                .max()
                .orElseThrow();
    }

    /**
     * Returns the part of two names' characters that they have in common, and in the same order.
     */
    private static double similarity(String name, String other) {
        if (other.length() > LONGEST) {
            return 0;
        }
        List<AbstractDelta<Integer>> deltas =
                DiffUtils.diff(name.chars().boxed().toList(), other.chars().boxed().toList())
                        .getDeltas();
        int different =
                deltas.stream()
                        .mapToInt(delta -> delta.getSource().size() + delta.getTarget().size())
                        .sum();
        return 1 - (double) different / (name.length() + other.length());
    }

    /** The path, the folder's name, and the folder's name without its number. */
    private static Stream<String> names(Stage stage) {
        return Stream.of(stage.path(), stage.name(), stage.name().replaceFirst("^\\d+-", ""));
    }

    private static String listed(List<Stage> stages) {
        return stages.stream().map(Stage::path).collect(Collectors.joining(", "));
    }
}
