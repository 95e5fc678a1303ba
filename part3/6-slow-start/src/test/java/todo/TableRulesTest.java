package todo;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;

import otp.Ets;
import otp.EtsException;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How those use a table who are not its owner. */
@AnalyzeClasses(packages = "todo", importOptions = DoNotIncludeTests.class)
class TableRulesTest {

    private static final Set<String> EVERYTHING =
            Stream.of(Throwable.class, Exception.class, RuntimeException.class)
                    .map(Class::getName)
                    .collect(Collectors.toSet());

    @ArchTest
    static final ArchRule no_class_asks_first_whether_there_is_a_table =
            noClasses()
                    .should()
                    .callMethodWhere(
                            describe(
                                    "ask whether there is a table",
                                    call ->
                                            equivalentTo(Ets.class).test(call.getTargetOwner())
                                                    && List.of("whereis", "info", "all")
                                                            .contains(call.getName())))
                    .because("the table may be gone before the next line: the lookup itself tells");

    @ArchTest
    static final ArchRule no_class_catches_what_is_not_expected =
            noClasses()
                    .should(
                            ArchCondition.from(
                                    describe(
                                            "catch what they do not expect: cache and registry"
                                                    + " expect an EtsException, and nothing else",
                                            TableRulesTest::catchesTooMuch)))
                    .because("a mistake that is caught as a missing table is never found");

    private static boolean catchesTooMuch(JavaClass type) {
        boolean looksIntoTables = resideInAnyPackage("todo.cache..", "todo.registry..").test(type);
        return Catches.of(type)
                .anyMatch(caught ->
                        EVERYTHING.contains(caught)
                                || looksIntoTables && !caught.equals(EtsException.class.getName()));
    }
}
