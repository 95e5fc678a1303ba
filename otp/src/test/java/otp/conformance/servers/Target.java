package otp.conformance.servers;

import otp.Name;
import otp.Pid;
import otp.Processes;
import otp.ServerRef;
import otp.conformance.Tracer;

import java.util.Optional;

/**
 * The server that a request goes to, whatever has become of it.
 *
 * @param reference its name or its process
 * @param tracer the tracer
 */
record Target(ServerRef<Object> reference, Tracer tracer) {

    @SuppressWarnings("unchecked")
    static Target at(String id, Tracer tracer) {
        return new Target((Pid<Object>) tracer.pidOf(id).orElse(null), tracer);
    }

    /** Tells whether the server takes messages. */
    boolean isIdle() {
        return idle().isPresent();
    }

    /** Returns the server if it takes messages. */
    Optional<LivingServer> idle() {
        return living().filter(
                        server -> !isInUse(server) && !tracer.isSuspended(server.reference()));
    }

    /** Tells whether the server itself waits for another server. */
    boolean waits() {
        return living().filter(this::isInUse).isPresent() && held().isEmpty();
    }

    /** Returns the server if it is held, and leaves messages in its mailbox. */
    Optional<LivingServer> held() {
        return living().filter(server -> tracer.isHeld(server.reference()));
    }

    /** Returns the server if it is suspended, and leaves messages in its mailbox. */
    Optional<LivingServer> suspended() {
        return living().filter(server -> tracer.isSuspended(server.reference()));
    }

    private boolean isInUse(LivingServer server) {
        return tracer.waiting().containsKey(server.reference());
    }

    private Optional<LivingServer> living() {
        Pid<?> pid = reference instanceof Name<Object> name ? whereis(name) : (Pid<?>) reference;
        return tracer.living().stream()
                .filter(LivingServer.class::isInstance)
                .map(LivingServer.class::cast)
                .filter(server -> server.pid() == pid)
                .findFirst();
    }

    private static Pid<?> whereis(Name<Object> name) {
        return Processes.whereis(name).orElse(null);
    }
}
