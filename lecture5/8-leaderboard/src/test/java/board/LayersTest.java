package board;

import static board.StaticState.holdWhatCanChange;
import static board.ToolsOfThreads.beSynchronized;
import static board.ToolsOfThreads.belongToTheToolboxOfThreads;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What holds of any design, whatever it looks like. */
@AnalyzeClasses(packages = "board", importOptions = DoNotIncludeTests.class)
class LayersTest {

    @ArchTest
    static final ArchRule nothing_that_changes_is_static =
            noFields()
                    .that()
                    .areStatic()
                    .should(holdWhatCanChange())
                    .allowEmptyShould(true)
                    .because("a process knows its state alone; a static field belongs to all");

    @ArchTest
    static final ArchRule there_are_no_locks_and_no_threads =
            noClasses()
                    .should()
                    .dependOnClassesThat(belongToTheToolboxOfThreads())
                    .because("a process has its state to itself: no other can reach it");

    @ArchTest
    static final ArchRule nothing_is_synchronized =
            noClasses()
                    .should(beSynchronized())
                    .because("requests to a process are served one at a time already");
}
