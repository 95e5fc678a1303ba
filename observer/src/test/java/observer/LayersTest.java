package observer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which part of the observer knows which. */
@AnalyzeClasses(packages = "observer", importOptions = DoNotIncludeTests.class)
class LayersTest {

    @ArchTest
    static final ArchRule each_part_knows_only_what_is_below_it =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("observer")
                    .definedBy("observer")
                    .layer("model")
                    .definedBy("observer.model")
                    .layer("wire")
                    .definedBy("observer.wire")
                    .whereLayer("observer")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("model")
                    .mayOnlyBeAccessedByLayers("observer")
                    .because("what is below can be understood, and tested, by itself");

    @ArchTest
    static final ArchRule what_is_sent_knows_nothing_of_processes =
            noClasses()
                    .that()
                    .resideInAPackage("observer.wire")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("otp")
                    .because("what comes from outside must not reach the runtime unseen");

    @ArchTest
    static final ArchRule the_picture_asks_no_process =
            noClasses()
                    .that()
                    .resideInAPackage("observer.model")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("otp.Sys")
                    .because("a process that does not answer must not stop the picture");
}
