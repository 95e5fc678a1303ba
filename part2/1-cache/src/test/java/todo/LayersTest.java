package todo;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import static todo.StaticState.holdWhatCanChange;
import static todo.ToolsOfThreads.beSynchronized;
import static todo.ToolsOfThreads.belongToTheToolboxOfThreads;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import otp.Call;
import otp.Cast;

/** What holds between the layers, whatever the code inside them looks like. */
@AnalyzeClasses(packages = "todo", importOptions = DoNotIncludeTests.class)
class LayersTest {

    @ArchTest
    static final ArchRule a_layer_knows_only_what_lies_below_it =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("cache")
                    .definedBy("todo.cache..")
                    .layer("server")
                    .definedBy("todo.server..")
                    .layer("list")
                    .definedBy("todo.list..")
                    .whereLayer("cache")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("server")
                    .mayOnlyBeAccessedByLayers("cache")
                    .whereLayer("list")
                    .mayOnlyBeAccessedByLayers("server")
                    .because("a server that called its cache could wait for it for ever");

    @ArchTest
    static final ArchRule a_todo_list_is_a_pure_value =
            noClasses()
                    .that()
                    .resideInAPackage("todo.list..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("otp.."))
                    .because("what a list is has nothing to do with which process keeps it");

    @ArchTest
    static final ArchRule messages_are_records =
            classes()
                    .that()
                    .areAssignableTo(Call.class)
                    .or()
                    .areAssignableTo(Cast.class)
                    .should()
                    .beRecords()
                    .because("sender and receiver share a message: neither may change it");

    @ArchTest
    static final ArchRule a_server_is_talked_to_only_through_its_own_interface_functions =
            noClasses()
                    .should()
                    .callConstructorWhere(aMessageIsMadeOutsideItsServer())
                    .as("no class should make a message outside the server that it is for")
                    .because("only then can a server change its messages and no client notice");

    @ArchTest
    static final ArchRule the_cache_starts_servers_and_talks_to_none =
            noClasses()
                    .that()
                    .resideInAPackage("todo.cache..")
                    .should()
                    .callMethodWhere(target(nameMatching("addEntry|entries")))
                    .as("the cache should not talk to the servers that it starts")
                    .because("a server that is slow or dead would keep every other list waiting");

    @ArchTest
    static final ArchRule a_call_waits_as_long_as_any_call =
            noClasses()
                    .should()
                    .callMethodWhere(Waits.areCallsWithALimitOfTheirOwn())
                    .as("no class should call a server with a limit of its own")
                    .because("a busy server needs its time; how much of it, is said in one place");

    @ArchTest
    static final ArchRule there_are_no_locks_and_no_threads =
            noClasses()
                    .should()
                    .dependOnClassesThat(belongToTheToolboxOfThreads())
                    .because("a process has its state to itself: no other can reach it");

    @ArchTest
    static final ArchRule nothing_that_changes_is_static =
            noFields()
                    .that()
                    .areStatic()
                    .should(holdWhatCanChange())
                    .allowEmptyShould(true)
                    .because("a process knows its state alone; a static field belongs to all");

    @ArchTest
    static final ArchRule nothing_is_synchronized =
            noClasses()
                    .should(beSynchronized())
                    .because("requests to a process are served one at a time already");

    private static DescribedPredicate<JavaConstructorCall> aMessageIsMadeOutsideItsServer() {
        DescribedPredicate<JavaClass> message =
                assignableTo(Call.class).or(assignableTo(Cast.class));
        return DescribedPredicate.describe(
                "make a message outside the server that it is for",
                call ->
                        message.test(call.getTargetOwner())
                                && !outermost(call.getTargetOwner())
                                        .equals(outermost(call.getOriginOwner())));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(LayersTest::outermost).orElse(type);
    }
}
