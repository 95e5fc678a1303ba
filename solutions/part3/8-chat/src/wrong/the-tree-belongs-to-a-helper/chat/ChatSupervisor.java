package chat;

import otp.ChildSpec;
import otp.DynamicSupervisor;
import otp.DynamicSupervisorFlags;
import otp.Name;
import otp.Pid;
import otp.Processes;
import otp.Registry;
import otp.Supervisor;
import otp.SupervisorFlags;

/** Supervises the registry of the rooms, and the supervisor that starts them on demand. */
final class ChatSupervisor {

    private record Started() {}

    private ChatSupervisor() {}

    static Chat startLink(String chat) {
        Registry<Room.Message, Void> registry = new Registry<>("registry of " + chat);
        Name<DynamicSupervisor.Message> rooms = new Name<>("rooms of " + chat);
        Pid<Object> starter = Processes.self();
        Processes.spawn(() -> {
            Supervisor.startLink(
                            SupervisorFlags.restForOne(),
                            registry.childSpec(Registry.Keys.UNIQUE),
                            ChildSpec.supervisor(
                                    "rooms",
                                    () ->
                                            DynamicSupervisor.startLink(
                                                    rooms, DynamicSupervisorFlags.oneForOne())))
                    .pid();
            Processes.send(starter, new Started());
            Processes.receive();
        });
        Processes.receive(Started.class);
        return new Rooms(registry, rooms);
    }
}
