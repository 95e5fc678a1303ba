package todo;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import static todo.StaticState.holdWhatCanChange;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What holds for the to-do list, whatever its code looks like. */
@AnalyzeClasses(packages = "todo", importOptions = DoNotIncludeTests.class)
class LayersTest {

    @ArchTest
    static final ArchRule a_todo_list_is_a_pure_value =
            noClasses()
                    .that()
                    .resideInAPackage("todo.list..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("otp.."))
                    .because("what a list is has nothing to do with which process keeps it");

    @ArchTest
    static final ArchRule nothing_that_changes_is_static =
            noFields()
                    .that()
                    .areStatic()
                    .should(holdWhatCanChange())
                    .allowEmptyShould(true)
                    .because("a process knows its state alone; a static field belongs to all");
}
