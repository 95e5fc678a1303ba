package otp;

/**
 * A monitor that one process keeps on another, from {@link Processes#monitor} until its {@link
 * Down} arrives or {@link Processes#demonitor} ends it.
 */
public final class Monitor {

    private final LocalProcess<?> owner;
    private final LocalProcess<?> monitored;
    private final ServerRef<?> reference;

    private Monitor(LocalProcess<?> owner, LocalProcess<?> monitored, ServerRef<?> reference) {
        this.owner = owner;
        this.monitored = monitored;
        this.reference = reference;
    }

    /**
     * Begins to monitor; if the process is null or has ended, the {@link Down} is there at once. A
     * process that monitors itself would be told nothing, so that is no monitor at all.
     */
    static Monitor begin(LocalProcess<?> owner, LocalProcess<?> monitored, ServerRef<?> reference) {
        Monitor monitor = new Monitor(owner, monitored, reference);
        if (monitored == owner) {
            return monitor;
        }
        if (Tracing.isOn()) {
            ServerRef<?> other = monitored == null ? reference : monitored;
            Tracing.tell(() -> new ProcessEvent.Monitored(owner, monitor, other));
        }
        owner.lifeline().monitors().add(monitor);
        if (monitored == null || !monitor.isTied(monitored.lifeline())) {
            monitor.down(ExitReason.NOPROC);
        }
        return monitor;
    }

    private boolean isTied(Lifeline other) {
        return other.tie(other.monitoredBy(), this);
    }

    /** Tells the owner of the end, unless the monitor is over. */
    void down(ExitReason reason) {
        Envelope down = new Envelope.Plain(new Down(this, reference, reason));
        // In one moment: what ends a monitor too late may rely on the message being there.
        owner.lifeline().monitors().remove(this, () -> owner.mailbox().put(down));
    }

    /** Tells whether the monitor has been answered or ended. */
    boolean isOver() {
        return !owner.lifeline().monitors().contains(this);
    }

    /** Sends the owner a message, unless the monitor is over. */
    void deliver(Object message) {
        Envelope plain = new Envelope.Plain(message);
        Envelope envelope =
                Tracing.isOn()
                        ? Tracing.send(plain.sender(), owner, MessageKind.REPLY, plain)
                        : plain;
        owner.lifeline().monitors().ifContains(this, () -> owner.mailbox().put(envelope));
    }

    /** Ends the monitor as {@link #cancel} does, for the caller, which has to be its owner. */
    boolean demonitor(LocalProcess<?> caller) {
        if (owner != caller) {
            throw new IllegalArgumentException(
                    this + " cannot be ended by " + caller + ", which did not set it");
        }
        if (Tracing.isOn()) {
            Tracing.tell(() -> new ProcessEvent.Demonitored(owner, this));
        }
        return cancel();
    }

    /** Ends the monitor, and takes its {@link Down} from the mailbox of the caller, its owner. */
    boolean demonitorAndFlush(LocalProcess<?> caller) {
        boolean inTime = demonitor(caller);
        if (!inTime) {
            caller.mailbox().poll(this::isAnsweredBy);
        }
        return inTime;
    }

    /** Ends the monitor; tells whether its {@link Down} will now never come. */
    boolean cancel() {
        if (monitored != null) {
            monitored.lifeline().monitoredBy().remove(this);
        }
        return owner.lifeline().monitors().remove(this);
    }

    LocalProcess<?> owner() {
        return owner;
    }

    /** Returns the monitored process; null if there was none. */
    LocalProcess<?> monitored() {
        return monitored;
    }

    ServerRef<?> reference() {
        return reference;
    }

    boolean isAnsweredBy(Object message) {
        return message instanceof Down down && down.monitor() == this;
    }

    @Override
    public String toString() {
        return "#Monitor<" + owner + " on " + reference + ">";
    }
}
