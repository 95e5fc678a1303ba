package kv;

import otp.ChildSpec;
import otp.DynamicSupervisor;
import otp.DynamicSupervisorFlags;
import otp.Exit;
import otp.ExitReason;
import otp.Name;
import otp.Registry;
import otp.Start;
import otp.Supervisor;
import otp.SupervisorFlags;

/** The supervisor of a store of values in buckets. */
public final class KvSupervisor {

    static final Name<DynamicSupervisor.Message> BUCKETS = new Name<>("kv_bucket_supervisor");

    private KvSupervisor() {}

    /** Starts the store, linked to the caller, without buckets. */
    public static Start<Supervisor.Message> startLink() {
        return Supervisor.startLink(
                SupervisorFlags.restForOne(),
                Bucket.REGISTRY.childSpec(Registry.Keys.UNIQUE),
                ChildSpec.supervisor(
                        "kv_bucket_supervisor",
                        () ->
                                DynamicSupervisor.startLink(
                                        BUCKETS,
                                        DynamicSupervisorFlags.oneForOne().maxRestarts(1))));
    }

    /**
     * Creates a bucket, unless there is one of that name.
     *
     * @throws Exit if there is none, and it cannot be started
     */
    public static void createBucket(String name) {
        if (DynamicSupervisor.startChild(BUCKETS, Bucket.childSpec(name))
                instanceof Start.Failed<Bucket.Message>(ExitReason reason)) {
            throw new Exit(reason);
        }
    }
}
