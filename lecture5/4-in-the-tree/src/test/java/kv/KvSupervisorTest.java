package kv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static otp.Processes.info;
import static otp.Processes.trapExits;
import static otp.Processes.whereis;

import static java.util.concurrent.TimeUnit.SECONDS;

import counter.EndEveryProcess;
import counter.Running;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import otp.DynamicSupervisor;
import otp.Exit;
import otp.Name;
import otp.Pid;
import otp.Supervisor;
import otp.Supervisor.ChildCount;

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
        assertThat(Supervisor.countChildren(system))
                .as("the children of the system")
                .isEqualTo(new ChildCount(2, 2, 1, 1));
        assertThat(buckets()).as("buckets that run").isZero();
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
    @DisplayName("There may be as many buckets as anybody wants")
    void there_may_be_many_buckets() {
        startSystem();

        IntStream.range(0, 500).forEach(number -> KvSupervisor.createBucket("bucket " + number));

        assertThat(buckets()).as("buckets that run").isEqualTo(500);
    }

    @Test
    @Tag("task-2")
    @DisplayName("Whoever cannot have a bucket is told so")
    void a_bucket_that_does_not_start_is_no_secret() {
        startSystem();
        Supervisor.terminateChild(system, "kv_registry");

        assertThatExceptionOfType(Exit.class)
                .as("a bucket is created when there is no registry")
                .isThrownBy(() -> KvSupervisor.createBucket("shopping"))
                .withMessageContaining("there is no registry :kv_registry");
    }

    private void startSystem() {
        trapExits(true);
        system = KvSupervisor.startLink().pid();
        assertThat(whereis(KvSupervisor.BUCKETS))
                .as("who is called %s", KvSupervisor.BUCKETS)
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
        return whereis(name).orElseThrow(() -> new AssertionError("nobody is called " + name));
    }
}
