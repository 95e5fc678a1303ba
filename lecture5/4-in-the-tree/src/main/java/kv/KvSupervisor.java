package kv;

import otp.DynamicSupervisor;
import otp.Exit;
import otp.Name;
import otp.Start;
import otp.Supervisor;

/** The supervisor of a store of values in buckets. */
public final class KvSupervisor {

    static final Name<DynamicSupervisor.Message> BUCKETS = new Name<>("kv_bucket_supervisor");

    private KvSupervisor() {}

    /** Starts the store, linked to the caller, without buckets. */
    public static Start<Supervisor.Message> startLink() {
        // TODO 1: start the registry, then a dynamic supervisor under the name BUCKETS.
        throw new UnsupportedOperationException(
                "TODO 1: start the registry, then a dynamic supervisor under the name BUCKETS.");
    }

    /**
     * Creates a bucket, unless there is one of that name.
     *
     * @throws Exit if there is none, and it cannot be started
     */
    public static void createBucket(String name) {
        // TODO 2: start a bucket of this name; it is no failure if there is one already.
        throw new UnsupportedOperationException(
                "TODO 2: start a bucket of this name; it is no failure if there is one already.");
    }
}
