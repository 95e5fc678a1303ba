package chat;

import otp.ChildSpec;
import otp.Name;
import otp.Supervisor;
import otp.SupervisorFlags;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A chat of several, each of which has its share of the rooms.
 *
 * @param parts the chats
 */
record PartitionedChat(List<ChatServer.Interface> parts) implements Chat {

    private static final int PARTS = 8;

    static Chat startLink(String name) {
        List<Name<ChatServer.Message>> names =
                IntStream.range(0, PARTS)
                        .mapToObj(number -> new Name<ChatServer.Message>(name + " " + number))
                        .toList();
        Supervisor.startLink(
                        SupervisorFlags.oneForOne(),
                        names.stream()
                                .map(part ->
                                        ChildSpec.worker(part, () -> ChatServer.startLink(part)))
                                .toArray(ChildSpec<?>[]::new))
                .pid();
        return new PartitionedChat(names.stream().map(ChatServer.Interface::new).toList());
    }

    @Override
    public boolean join(String room, String member) {
        return part(room).join(room, member);
    }

    @Override
    public void leave(String room) {
        part(room).leave(room);
    }

    @Override
    public boolean say(String room, String text) {
        return part(room).say(room, text);
    }

    @Override
    public List<String> members(String room) {
        return part(room).members(room);
    }

    private Chat part(String room) {
        return parts.get(Math.floorMod(room.hashCode(), PARTS));
    }
}
