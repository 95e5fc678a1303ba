package todo;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import otp.GenServer;

import server.Answer;
import server.Request;

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
    static final ArchRule nothing_remembers_what_it_was_asked =
            classes()
                    .that()
                    .resideInAPackage("todo.list..")
                    .should()
                    .haveOnlyFinalFields()
                    .because("a value that never changes can be shown to any number of processes");

    @ArchTest
    static final ArchRule the_server_process_knows_none_of_its_callbacks =
            noClasses()
                    .that()
                    .resideInAPackage("server..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("store..").or(resideInAPackage("todo..")))
                    .because("it is written once, for servers that nobody has thought of yet");

    @ArchTest
    static final ArchRule the_server_process_stands_on_bare_processes =
            noClasses()
                    .that()
                    .resideInAPackage("server..")
                    .should()
                    .dependOnClassesThat(assignableTo(GenServer.class))
                    .because("here you find out what is inside one");

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
                    .dependOnClassesThat(
                            resideInAPackage("java.util.concurrent..")
                                    .or(assignableTo(Thread.class))
                                    .as("belong to the toolbox of threads"))
                    .because("a process has its state to itself: there is nobody to guard it from");

    @ArchTest
    static final ArchRule no_method_is_synchronized =
            noMethods()
                    .should()
                    .haveModifier(JavaModifier.SYNCHRONIZED)
                    .because("requests to a process are served one at a time already");
}
