package kata;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.Stream;

/** The engine keeps to layers, as the kata asks of those who learn with it. */
class LayersTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("kata");

    /** From top to bottom, as in README.md. */
    private static final List<String> LAYERS =
            List.of(
                    "kata.launch",
                    "kata.command",
                    "kata.hunt",
                    "kata.page",
                    "kata.puzzle",
                    "kata.watch",
                    "kata.verdict",
                    "kata.progress",
                    "kata.worker",
                    "kata.test",
                    "kata.shell",
                    "kata.files",
                    "kata.compile",
                    "kata.starter",
                    "kata.lesson",
                    "kata.picture",
                    "kata.doctor",
                    "kata.terminal",
                    "kata.stage");

    @Test
    void every_package_is_a_layer() {
        Stream<String> packages =
                CLASSES.getPackage("kata").getSubpackages().stream().map(JavaPackage::getName);
        assertThat(packages).containsExactlyInAnyOrderElementsOf(LAYERS);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void a_package_uses_only_those_below_it(String layer) {
        String[] above = LAYERS.subList(0, LAYERS.indexOf(layer)).toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(layer)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(above)
                .because("who reads a package needs to know only those below it")
                .check(CLASSES);
    }

    @Test
    void packages_are_free_of_cycles() {
        slices().matching("kata.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    static List<String> layers() {
        return LAYERS.subList(1, LAYERS.size());
    }
}
