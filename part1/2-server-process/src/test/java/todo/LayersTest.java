package todo;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import static todo.StaticState.holdWhatCanChange;
import static todo.ToolsOfThreads.beSynchronized;
import static todo.ToolsOfThreads.belongToTheToolboxOfThreads;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import otp.GenServer;

import server.Answer;
import server.Request;

import java.time.Duration;

/** What holds between the layers, whatever the code inside them looks like. */
@AnalyzeClasses(
        packages = {"todo", "server", "store"},
        importOptions = DoNotIncludeTests.class)
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

    @ArchTest
    static final ArchRule the_server_process_knows_none_of_its_callbacks =
            noClasses()
                    .that()
                    .resideInAPackage("server..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("store..").or(resideInAPackage("todo..")))
                    .because("it is written once, for servers that are not written yet");

    @ArchTest
    static final ArchRule the_server_process_stands_on_bare_processes =
            noClasses()
                    .that()
                    .resideInAPackage("server..")
                    .should()
                    .dependOnClassesThat(assignableTo(GenServer.class))
                    .because("here you find out what is inside one");

    @ArchTest
    static final ArchRule a_client_waits_as_long_as_it_takes =
            noClasses()
                    .that()
                    .resideInAPackage("server..")
                    .should()
                    .dependOnClassesThat(type(Duration.class).as("limit how long a client waits"))
                    .because("an answer that comes too late is taken for the answer to the next");

    @ArchTest
    static final ArchRule messages_are_records =
            classes()
                    .that()
                    .implement(Request.class)
                    .or()
                    .areAssignableTo(Answer.class)
                    .should()
                    .beRecords()
                    .because("sender and receiver share a message: neither may change it");

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
