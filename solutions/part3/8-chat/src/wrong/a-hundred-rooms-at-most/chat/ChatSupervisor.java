// Task 1: whatever the chat is made of.
package chat;

import otp.ChildSpec;
import otp.DynamicSupervisor;
import otp.DynamicSupervisorFlags;
import otp.Name;
import otp.Registry;
import otp.Supervisor;
import otp.SupervisorFlags;

/** Supervises the registry of the rooms, and the supervisor that starts them on demand. */
final class ChatSupervisor {

    private ChatSupervisor() {}

    static Chat startLink(String chat) {
        Registry<Room.Message, Void> registry = new Registry<>("registry of " + chat);
        Name<DynamicSupervisor.Message> rooms = new Name<>("rooms of " + chat);
        Supervisor.startLink(
                        SupervisorFlags.restForOne(),
                        registry.childSpec(Registry.Keys.UNIQUE),
                        ChildSpec.supervisor(
                                "rooms",
                                () ->
                                        DynamicSupervisor.startLink(
                                                rooms,
                                                DynamicSupervisorFlags.oneForOne()
                                                        .maxChildren(100))))
                .pid();
        return new Rooms(registry, rooms);
    }
}
// End of task 1.
