package otp;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The map of the runtime's floors, as {@code package-info.java} draws it. */
final class FloorPlan {

    static final Path SOURCES = Path.of("src", "main", "java", "otp");

    private static final Pattern HEADING =
            Pattern.compile("<h2>(?<name>[^,<]+)(, on (?<below>[^<]+))?</h2>");
    private static final Pattern ENTRY = Pattern.compile("<li>\\{@link otp\\.(?<file>\\w+)}:");

    /**
     * One floor.
     *
     * @param name its name
     * @param below the floor that it stands on; null for the ground floor
     * @param files what is on it
     */
    record Floor(String name, Floor below, List<String> files) {

        private boolean holds(JavaClass type) {
            return files.contains(fileOf(type)) || below != null && below.holds(type);
        }

        /** Returns the rule that the floor uses nothing but itself and what it stands on. */
        ArchRule looksDown() {
            return ArchRuleDefinition.classes()
                    .that(are("on the floor " + name, type -> files.contains(fileOf(type))))
                    .should()
                    .onlyDependOnClassesThat(
                            are(
                                    "on that floor or on one below it",
                                    type -> !isRuntime(type) || holds(type)))
                    .because("a floor stands on those below it: see package-info.java");
        }
    }

    private final List<Floor> floors = new ArrayList<>();

    /** Reads the map from the text of {@code package-info.java}. */
    FloorPlan(String text) {
        List<MatchResult> headings = HEADING.matcher(text).results().toList();
        for (int index = 0; index < headings.size(); index++) {
            MatchResult heading = headings.get(index);
            int end = index + 1 < headings.size() ? headings.get(index + 1).start() : text.length();
            String entries = text.substring(heading.end(), end);
            List<String> files =
                    ENTRY.matcher(entries).results().map(entry -> entry.group("file")).toList();
            String below = heading.group("below");
            floors.add(
                    new Floor(heading.group("name"), below == null ? null : floor(below), files));
        }
    }

    static FloorPlan ofRuntime() throws IOException {
        return new FloorPlan(Files.readString(SOURCES.resolve("package-info.java")));
    }

    List<Floor> floors() {
        return floors;
    }

    List<String> files() {
        return floors.stream().flatMap(floor -> floor.files().stream()).toList();
    }

    private Floor floor(String name) {
        return floors.stream()
                .filter(floor -> floor.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the map has no floor " + name + " so far"));
    }

    /** Returns the files that are on the map more than once. */
    Set<String> duplicates() {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        files().stream().filter(file -> !seen.add(file)).forEach(twice::add);
        return twice;
    }

    private static boolean isRuntime(JavaClass type) {
        return type.getBaseComponentType().getPackageName().equals("otp");
    }

    private static String fileOf(JavaClass type) {
        String name = type.getBaseComponentType().getName();
        String simple = name.substring(name.lastIndexOf('.') + 1);
        return simple.contains("$") ? simple.substring(0, simple.indexOf('$')) : simple;
    }

    private static DescribedPredicate<JavaClass> are(
            String description, Predicate<JavaClass> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }
}
