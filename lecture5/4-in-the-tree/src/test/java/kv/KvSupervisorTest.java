package kv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static otp.Processes.info;
import static otp.Processes.trapExits;
import static otp.Processes.whereis;

import static java.util.concurrent.TimeUnit.SECONDS;

import counter.EndEveryProcess;
import counter.RefusingSupervisor;
import counter.Running;
import counter.Specification;
import counter.TwoClients;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.DynamicSupervisor;
import otp.DynamicSupervisorFlags;
import otp.Exit;
import otp.ExitReason;
import otp.Name;
import otp.Pid;
import otp.Registry;
import otp.Supervisor;
import otp.Supervisor.ChildInfo;
import otp.SupervisorFlags;

import java.util.List;
import java.util.stream.IntStream;

@ExtendWith(EndEveryProcess.class)
@Timeout(value = 10, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KvSupervisorTest {

    private static final Name<?> REGISTRY = new Name<>("kv_registry");

    private Pid<Supervisor.Message> system;

    @Test
    @Tag("task-1")
    @DisplayName("The registry is started first, then the supervisor of the buckets, without any")
    void a_dynamic_supervisor_stands_in_the_tree() {
        startSystem();

        assertThat(children())
                .as("the children, in the order in which they were started")
                .containsExactly(REGISTRY, KvSupervisor.BUCKETS);
        List<Specification> children = Specification.ofChildren(system);
        assertThat(children.getFirst().withAnyId())
                .as("how the registry is specified")
                .isEqualTo(
                        Specification.of(Bucket.REGISTRY.childSpec(Registry.Keys.UNIQUE))
                                .withAnyId());
        assertThat(children.getLast())
                .as("how the supervisor of the buckets is specified")
                .isEqualTo(Specification.supervisor("kv_bucket_supervisor"));
        assertThat(buckets()).as("buckets that run").isZero();
    }

    @Test
    @Tag("task-1")
    @DisplayName("The system gives up as a supervisor does that is told nothing of it")
    void the_limits_are_the_default() {
        startSystem();
        SupervisorFlags flags = Supervisor.getFlags(system);

        assertThat(flags.maxRestarts()).as("restarts that are allowed").isEqualTo(3);
        assertThat(flags.maxSeconds()).as("the seconds in which they count").isEqualTo(5);
    }

    @Test
    @Tag("task-1")
    @DisplayName("The dynamic supervisor has no limits but those of every dynamic supervisor")
    void the_dynamic_supervisor_has_the_default_limits() {
        startSystem();
        DynamicSupervisorFlags flags = DynamicSupervisor.getFlags(KvSupervisor.BUCKETS);

        assertThat(flags.maxChildren())
                .as("children that are allowed")
                .isEqualTo(DynamicSupervisorFlags.oneForOne().maxChildren());
        assertThat(flags.restarts().maxRestarts()).as("restarts that are allowed").isEqualTo(3);
        assertThat(flags.restarts().maxSeconds()).as("the seconds that they count").isEqualTo(5);
    }

    @Test
    @Tag("task-1")
    @DisplayName("A killed registry takes the supervisor of the buckets along, and both come back")
    void the_buckets_end_with_the_registry() {
        startSystem();
        Pid<?> registry = process(REGISTRY);
        Pid<?> supervisor = process(KvSupervisor.BUCKETS);

        Running.kill(registry);
        Supervisor.countChildren(system);

        assertThat(process(REGISTRY)).as("the registry after its end").isNotEqualTo(registry);
        assertThat(process(KvSupervisor.BUCKETS))
                .as("the supervisor of the buckets, after the end of the registry")
                .isNotEqualTo(supervisor);
    }

    @Test
    @Tag("task-1")
    @DisplayName("A supervisor of the buckets that ends comes back, and leaves the registry")
    void the_registry_outlives_the_buckets() {
        startSystem();
        Pid<?> registry = process(REGISTRY);

        DynamicSupervisor.stop(KvSupervisor.BUCKETS);
        Supervisor.countChildren(system);

        assertThat(process(KvSupervisor.BUCKETS)).as("the next supervisor").isNotNull();
        assertThat(process(REGISTRY)).as("the registry, which has not ended").isEqualTo(registry);
    }

    @Test
    @Tag("task-2")
    @DisplayName("A bucket that was created is found by its name, and keeps values")
    void a_bucket_is_found_by_its_name() {
        startSystem();

        KvSupervisor.createBucket("shopping");
        Bucket.put("shopping", "milk", "3");

        assertThat(Bucket.get("shopping", "milk"))
                .as("what is in shopping under milk")
                .contains("3");
        assertThat(Bucket.get("shopping", "bread")).as("what is in shopping under bread").isEmpty();
    }

    @Test
    @Tag("task-2")
    @DisplayName("Two buckets share nothing, and may have the same id")
    void two_buckets_share_nothing() {
        startSystem();
        KvSupervisor.createBucket("shopping");
        KvSupervisor.createBucket("savings");

        Bucket.put("shopping", "milk", "3");

        assertThat(Bucket.get("savings", "milk")).as("what is in savings under milk").isEmpty();
        assertThat(buckets()).as("buckets that run").isEqualTo(2);
    }

    @Test
    @Tag("task-2")
    @DisplayName("A bucket that is created again is the one that there was")
    void a_known_bucket_stays_as_it_is() {
        startSystem();
        KvSupervisor.createBucket("shopping");
        Bucket.put("shopping", "milk", "3");

        KvSupervisor.createBucket("shopping");

        assertThat(Bucket.get("shopping", "milk"))
                .as("what is in shopping under milk")
                .contains("3");
        assertThat(buckets()).as("buckets that run").isEqualTo(1);
    }

    @Test
    @Tag("task-2")
    @DisplayName("A killed bucket comes back under its name, with nothing in it; the others stay")
    void buckets_restart() {
        startSystem();
        KvSupervisor.createBucket("shopping");
        KvSupervisor.createBucket("savings");
        Bucket.put("shopping", "milk", "3");
        Bucket.put("savings", "bank", "100");

        Pid<?> killed = bucket("shopping");
        Pid<?> other = bucket("savings");

        Running.kill(killed);

        assertThat(buckets()).as("buckets that run").isEqualTo(2);
        assertThat(bucket("shopping"))
                .as("the bucket that is found as shopping")
                .isNotEqualTo(killed);
        assertThat(bucket("savings")).as("the bucket that is found as savings").isEqualTo(other);
        assertThat(Bucket.get("shopping", "milk")).as("what is in shopping under milk").isEmpty();
        assertThat(Bucket.get("savings", "bank"))
                .as("what is in savings under bank")
                .contains("100");
    }

    @Test
    @Tag("task-2")
    @DisplayName("There may be any number of buckets")
    void there_may_be_many_buckets() {
        startSystem();

        IntStream.range(0, 500).forEach(number -> KvSupervisor.createBucket("bucket " + number));

        assertThat(buckets()).as("buckets that run").isEqualTo(500);
    }

    @Test
    @Tag("task-2")
    @DisplayName("A client that cannot have a bucket is told so")
    void a_bucket_that_does_not_start_is_no_secret() {
        startSystem();
        endRegistry();

        assertThatThrownBy(() -> KvSupervisor.createBucket("shopping"))
                .as("a bucket is created when there is no registry")
                .isInstanceOfAny(Exit.class, IllegalArgumentException.class)
                .hasMessageContaining("there is no registry :kv_registry");
    }

    @Test
    @Tag("task-2")
    @DisplayName("Whatever keeps a bucket from starting is told as it is")
    void the_reason_is_told_as_it_is() {
        trapExits(true);
        Bucket.REGISTRY.startLink(Registry.Keys.UNIQUE).pid();
        ExitReason reason = ExitReason.of("the disk is full");
        RefusingSupervisor.startLink(KvSupervisor.BUCKETS, reason);

        assertThatExceptionOfType(Exit.class)
                .as("a bucket is created, and the supervisor says: %s", reason)
                .isThrownBy(() -> KvSupervisor.createBucket("shopping"))
                .extracting(Exit::reason)
                .isEqualTo(reason);
    }

    @Test
    @Tag("task-2")
    @DisplayName("Without the supervisor there is no bucket, and its client learns of it")
    void a_missing_supervisor_is_no_secret() {
        trapExits(true);
        Bucket.REGISTRY.startLink(Registry.Keys.UNIQUE).pid();

        assertThatExceptionOfType(Exit.class)
                .as("a bucket is created when there is no supervisor")
                .isThrownBy(() -> KvSupervisor.createBucket("shopping"))
                .withMessageStartingWith("noproc");
    }

    @Test
    @Tag("task-2")
    @DisplayName("Two clients that create one bucket get it, and neither of them fails")
    void two_clients_at_once_get_one_bucket() {
        startSystem();

        List<ExitReason> ends =
                TwoClients.ask(KvSupervisor.BUCKETS, () -> KvSupervisor.createBucket("shopping"));

        assertThat(ends)
                .as("why the clients have ended that created shopping")
                .containsOnly(ExitReason.NORMAL);
        assertThat(buckets()).as("buckets that run").isEqualTo(1);
    }

    @Test
    @Tag("task-2")
    @DisplayName("A bucket is always restarted, has 5 seconds to shut down, and is no supervisor")
    void a_bucket_is_specified_as_it_says_itself() {
        startSystem();

        KvSupervisor.createBucket("shopping");

        assertThat(Specification.ofChild(KvSupervisor.BUCKETS, bucket("shopping")).withAnyId())
                .isEqualTo(Specification.worker("shopping").withAnyId());
    }

    private void endRegistry() {
        Supervisor.whichChildren(system).stream()
                .filter(child -> child.pid().equals(whereis(REGISTRY)))
                .map(ChildInfo::id)
                .forEach(id -> Supervisor.terminateChild(system, id));
        assertThat(whereis(REGISTRY)).as("the registry, which was ended").isEmpty();
    }

    private void startSystem() {
        trapExits(true);
        system = KvSupervisor.startLink().pid();
        assertThat(whereis(KvSupervisor.BUCKETS))
                .as("the process that is called %s", KvSupervisor.BUCKETS)
                .isPresent();
    }

    private static Pid<?> bucket(String name) {
        return Bucket.REGISTRY
                .whereis(name)
                .orElseThrow(() -> new AssertionError("there is no bucket " + name));
    }

    private static int buckets() {
        return DynamicSupervisor.countChildren(KvSupervisor.BUCKETS).active();
    }

    private List<Name<?>> children() {
        return Supervisor.whichChildren(system).reversed().stream()
                .flatMap(child -> child.pid().stream())
                .flatMap(pid -> info(pid).stream())
                .<Name<?>>flatMap(info -> info.name().stream())
                .toList();
    }

    private static Pid<?> process(Name<?> name) {
        return whereis(name).orElseThrow(() -> new AssertionError("no process is called " + name));
    }
}
