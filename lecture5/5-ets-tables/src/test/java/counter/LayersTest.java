package counter;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import static counter.StaticState.holdWhatCanChange;
import static counter.ToolsOfThreads.beSynchronized;
import static counter.ToolsOfThreads.belongToTheToolboxOfThreads;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import counter.store.Ranking;
import counter.system.WorkerSupervisor;
import counter.worker.Worker;

import otp.Call;
import otp.Cast;
import otp.Ets;
import otp.GenServer;
import otp.Name;
import otp.Pid;
import otp.Processes;

import java.util.List;

/** What holds between the layers, whatever the code inside them looks like. */
@AnalyzeClasses(packages = "counter", importOptions = DoNotIncludeTests.class)
class LayersTest {

    /** How the names begin of what looks at many rows of a table. */
    private static final List<String> WALKS =
            List.of("tab2list", "fold", "first", "next", "match", "select");

    @ArchTest
    static final ArchRule the_tables_do_not_know_their_users =
            noClasses()
                    .that()
                    .resideInAPackage("counter.store..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("counter.worker..", "counter.system..")
                                    .as("use them"))
                    .because("what outlives a process cannot depend on it");

    @ArchTest
    static final ArchRule only_the_store_touches_tables =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("counter.store..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("otp..")
                                    .and(simpleNameStartingWith("Ets"))
                                    .as("are about tables"))
                    .because("a table holds what it should only if few can write to it");

    @ArchTest
    static final ArchRule a_worker_does_not_know_its_supervisor =
            noClasses()
                    .that()
                    .areAssignableTo(GenServer.class)
                    .should()
                    .dependOnClassesThat(
                            simpleNameEndingWith("Supervisor")
                                    .or(simpleNameEndingWith("SupervisorFlags"))
                                    .as("supervise"))
                    .because("the process that restarts others must do nothing that can fail");

    @ArchTest
    static final ArchRule only_the_worker_supervisor_starts_workers =
            noClasses()
                    .that()
                    .doNotBelongToAnyOf(WorkerSupervisor.class, Worker.class)
                    .should()
                    .callMethod(Worker.class, "startLink", Object.class)
                    .orShould()
                    .callMethod(Worker.class, "childSpec", Object.class)
                    .because("a worker that another class starts is neither counted nor restarted");

    @ArchTest
    static final ArchRule no_class_keeps_the_pid_of_a_worker =
            noClasses()
                    .that()
                    .resideInAPackage("counter..")
                    .should()
                    .dependOnClassesThat(assignableTo(Pid.class))
                    .because("a pid is one life of one process, and a worker may have many");

    @ArchTest
    static final ArchRule a_worker_has_a_key_and_no_atom =
            noClasses()
                    .that()
                    .resideInAPackage("counter.worker..")
                    .should()
                    .dependOnClassesThat(assignableTo(Name.class))
                    .because("atoms are words of the program, and are never collected");

    @ArchTest
    static final ArchRule every_server_is_linked_to_its_starter =
            noClasses()
                    .should()
                    .callMethodWhere(Links.areMissing())
                    .as("no class should start a server without a link")
                    .because("a supervisor learns of an end only from those that it is linked to");

    @ArchTest
    static final ArchRule a_process_has_its_name_from_its_start =
            noClasses()
                    .should()
                    .callMethod(Processes.class, "register", Pid.class, Name.class)
                    .because("a process that is named later runs unnamed, and two may run at once");

    @ArchTest
    static final ArchRule no_process_traps_exits =
            noClasses()
                    .should()
                    .callMethod(Processes.class, "trapExits", boolean.class)
                    .because(
                            "a process that traps exits stays when those end that it is linked to");

    @ArchTest
    static final ArchRule no_call_has_a_timeout_of_its_own =
            noClasses()
                    .should()
                    .callMethodWhere(Waits.areCallsWithALimitOfTheirOwn())
                    .as("no class should give a call a timeout of its own")
                    .because("a client that gives up early takes a busy server for a dead one");

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

    @ArchTest
    static final ArchRule the_winner_is_found_without_looking_at_all_rows =
            noMethods()
                    .that()
                    .areDeclaredIn(Ranking.class)
                    .and()
                    .haveName("winner")
                    .should(walkThroughTheTable())
                    .because(
                            "the last key of an ordered set is found at once, however many it has");

    private static ArchCondition<JavaMethod> walkThroughTheTable() {
        return new ArchCondition<>("walk through the table") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean walks = method.getMethodCallsFromSelf().stream().anyMatch(this::isWalk);
                String message = method.getFullName() + " walks through the table";
                events.add(new SimpleConditionEvent(method, walks, message));
            }

            private boolean isWalk(JavaMethodCall call) {
                return call.getName().equals("names")
                        || call.getTargetOwner().isEquivalentTo(Ets.class)
                                && WALKS.stream().anyMatch(call.getName()::startsWith);
            }
        };
    }

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
