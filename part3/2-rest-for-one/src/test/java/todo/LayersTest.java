package todo;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import static todo.StaticState.holdWhatCanChange;
import static todo.ToolsOfThreads.beSynchronized;
import static todo.ToolsOfThreads.belongToTheToolboxOfThreads;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;

import otp.Call;
import otp.Cast;
import otp.ChildSpec;
import otp.GenServer;
import otp.Pid;

import todo.database.DatabaseWorker;
import todo.server.ServerSupervisor;
import todo.system.TodoSupervisor;

import java.util.stream.Stream;

/** What holds between the layers, whatever the code inside them looks like. */
@AnalyzeClasses(packages = "todo", importOptions = DoNotIncludeTests.class)
class LayersTest {

    @ArchTest
    static final ArchRule a_layer_knows_only_what_lies_below_it =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("system")
                    .definedBy("todo.system..")
                    .layer("cache")
                    .definedBy("todo.cache..")
                    .layer("server")
                    .definedBy("todo.server..")
                    .layer("database")
                    .definedBy("todo.database..")
                    .layer("list")
                    .definedBy("todo.list..")
                    .whereLayer("system")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("cache")
                    .mayOnlyBeAccessedByLayers("system")
                    .whereLayer("server")
                    .mayOnlyBeAccessedByLayers("system", "cache")
                    .whereLayer("database")
                    .mayOnlyBeAccessedByLayers("system", "cache", "server")
                    .whereLayer("list")
                    .mayOnlyBeAccessedByLayers("server", "database")
                    .because("two processes that call each other both wait until they fail");

    @ArchTest
    static final ArchRule the_registry_knows_none_of_those_whom_it_serves =
            noClasses()
                    .that()
                    .resideInAPackage("todo.registry..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("todo..")
                                    .and(not(resideInAPackage("todo.registry..")))
                                    .as("belong to another layer"))
                    .because("a registry that knew its clients could serve no others");

    @ArchTest
    static final ArchRule the_cache_leaves_the_database_to_others =
            noClasses()
                    .that()
                    .resideInAPackage("todo.cache..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("todo.database.."))
                    .because("what does not depend on a process cannot fail with it");

    @ArchTest
    static final ArchRule a_supervisor_knows_its_workers_and_they_do_not_know_it =
            noClasses()
                    .that()
                    .areAssignableTo(GenServer.class)
                    .should()
                    .dependOnClassesThat(
                            simpleNameEndingWith("Supervisor")
                                    .and(not(equivalentTo(ServerSupervisor.class)))
                                    .or(assignableTo(ChildSpec.class))
                                    .or(simpleNameEndingWith("SupervisorFlags"))
                                    .as("are about supervision"))
                    .because("the process that restarts others must do nothing that can fail");

    @ArchTest
    static final ArchRule only_the_cache_has_servers_started =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("todo.cache..")
                    .should()
                    .callMethod(ServerSupervisor.class, "startChild", String.class)
                    .because("a list has one server only where one process decides to start it");

    @ArchTest
    static final ArchRule only_the_top_of_the_tree_knows_the_registry =
            noClasses()
                    .that()
                    .resideInAPackage("todo.system..")
                    .and()
                    .doNotBelongToAnyOf(TodoSupervisor.class)
                    .should()
                    .dependOnClassesThat(resideInAPackage("todo.registry.."))
                    .because("a registry that ends with others forgets those that live on");

    @ArchTest
    static final ArchRule the_top_of_the_tree_leaves_cache_and_servers_to_another_supervisor =
            noClasses()
                    .that()
                    .belongToAnyOf(TodoSupervisor.class)
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("todo.cache..", "todo.server.."))
                    .because(
                            "crashes of what can be restarted must not use up what the kernel has");

    @ArchTest
    static final ArchRule no_class_keeps_a_pid =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("todo.registry..")
                    .should(
                            ArchCondition.from(
                                    DescribedPredicate.<JavaClass>describe(
                                            "keep a pid", LayersTest::keepsAPid)))
                    .because("a kept pid leads to the dead, unless its end is told");

    @ArchTest
    static final ArchRule no_class_keeps_the_pid_of_a_worker =
            noClasses()
                    .that()
                    .resideInAnyPackage("todo.database..", "todo.system..")
                    .should()
                    .dependOnClassesThat(assignableTo(Pid.class))
                    .because("a pid is one life of one process, and a worker may have many");

    @ArchTest
    static final ArchRule every_server_is_linked_to_its_starter =
            noClasses()
                    .should()
                    .callMethodWhere(Links.areMissing())
                    .as("no class should start a server without a link")
                    .because("a process without links lives on when no other needs it");

    @ArchTest
    static final ArchRule a_server_waits_with_a_limit =
            noClasses()
                    .that()
                    .areAssignableTo(GenServer.class)
                    .should()
                    .callMethodWhere(Waits.areWithoutALimit())
                    .as("no server should wait for a message without a limit")
                    .because("the message may never come, and the server has others to serve");

    @ArchTest
    static final ArchRule a_call_waits_as_long_as_any_call =
            noClasses()
                    .should()
                    .callMethodWhere(Waits.areCallsWithALimitOfTheirOwn())
                    .as("no class should call a server with a limit of its own")
                    .because("a busy server needs its time; how much of it, is said in one place");

    @ArchTest
    static final ArchRule only_the_database_knows_its_workers =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("todo.database..")
                    .should()
                    .dependOnClassesThat(assignableTo(DatabaseWorker.class))
                    .because("a list must have the same worker wherever it is picked");

    @ArchTest
    static final ArchRule only_the_database_touches_files =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("todo.database..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("java.io..", "java.nio.."))
                    .because(
                            "two processes that wrote the same file would spoil it for each other");

    @ArchTest
    static final ArchRule only_the_database_knows_how_a_list_is_written =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("todo.database..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson.."))
                    .because("a list is what it is, whichever way it is kept on disk");

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

    /**
     * Looks at the fields of a class, and at the state that it has as a server. What a process runs
     * has a pid for as long as it is needed, be it a lambda or a class.
     */
    private static boolean keepsAPid(JavaClass type) {
        Stream<JavaType> fields = type.getFields().stream().map(JavaField::getType);
        return !type.isAssignableTo(Runnable.class)
                && Stream.concat(fields, type.getSuperclass().stream())
                        .flatMap(kept -> kept.getAllInvolvedRawTypes().stream())
                        .anyMatch(assignableTo(Pid.class));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(LayersTest::outermost).orElse(type);
    }
}
