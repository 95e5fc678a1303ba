package chat;

import otp.ChildSpec;
import otp.DynamicSupervisor;
import otp.DynamicSupervisorFlags;
import otp.Name;
import otp.Supervisor;
import otp.SupervisorFlags;

/** Supervises the registry of the rooms, and the supervisor that starts them on demand. */
final class ChatSupervisor {

    private ChatSupervisor() {}

    static Chat startLink(String chat) {
        Name<DynamicSupervisor.Message> rooms = new Name<>("rooms of " + chat);
        Supervisor.startLink(
                        SupervisorFlags.restForOne(),
                        ChildSpec.supervisor(
                                "rooms",
                                () ->
                                        DynamicSupervisor.startLink(
                                                rooms, DynamicSupervisorFlags.oneForOne())))
                .pid();
        return new Rooms(chat, rooms);
    }
}
