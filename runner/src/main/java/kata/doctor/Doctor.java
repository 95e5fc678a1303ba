package kata.doctor;

import java.util.List;

/** Finds out whether a machine is ready for the kata. */
public final class Doctor {

    private final Machine machine;
    private final String stage;

    /**
     * Examines a machine.
     *
     * @param stage the path of the stage that Maven is to test
     */
    public Doctor(Machine machine, String stage) {
        this.machine = machine;
        this.stage = stage;
    }

    /** Returns the checks that take no time, one after the other. */
    public List<Diagnosis> quick() {
        return List.of(
                JavaCheck.running(),
                JavaCheck.home(machine),
                new Maven(machine).diagnosis(),
                FolderCheck.writable(machine),
                FolderCheck.lineEnds(machine),
                RoomCheck.console(machine),
                RoomCheck.ofSystem());
    }

    /**
     * Finds out whether Maven can do without the network; blocks for some seconds, at most for
     * three minutes.
     *
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    public Diagnosis offline() throws InterruptedException {
        return new OfflineCheck(machine, stage).diagnosis();
    }
}
