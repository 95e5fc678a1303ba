package chat;

import static otp.Processes.self;

import otp.Call;
import otp.DynamicSupervisor;
import otp.Exit;
import otp.ExitReason;
import otp.Name;
import otp.Pid;
import otp.Registry;
import otp.Start;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What clients use: it finds the process of a room, and has it started if there is none. */
record Rooms(Registry<Room.Message, Void> registry, Name<DynamicSupervisor.Message> supervisor)
        implements Chat {

    /** How a room ends: with its last member, some time ago, or because it was killed. */
    private static final Set<ExitReason> ENDS =
            Set.of(ExitReason.NORMAL, ExitReason.NOPROC, ExitReason.KILLED);

    @Override
    public boolean join(String room, String member) {
        Room.Join request = new Room.Join(self(), member);
        Start<Room.Message> start =
                DynamicSupervisor.startChild(supervisor, Room.childSpec(registry, room, request));
        if (start instanceof Start.AlreadyStarted<Room.Message>(Pid<Room.Message> process)) {
            return unlessEnded(process, request).orElse(true);
        }
        start.pid(); // Throws if there is no room: else the caller is its first member.
        return true;
    }

    @Override
    public void leave(String room) {
        ask(room, new Room.Leave(self()));
    }

    @Override
    public boolean say(String room, String text) {
        return ask(room, new Room.Say(self(), text)).orElse(false);
    }

    @Override
    public List<String> members(String room) {
        return ask(room, new Room.Members()).orElse(List.of());
    }

    private <R, Q extends Call<R> & Room.Message> Optional<R> ask(String room, Q request) {
        return registry.whereis(room).flatMap(process -> unlessEnded(process, request));
    }

    private static <R, Q extends Call<R> & Room.Message> Optional<R> unlessEnded(
            Pid<Room.Message> room, Q request) {
        try {
            return Optional.of(Room.ask(room, request));
        } catch (Exit exit) {
            if (exit.reason() instanceof ExitReason.InCall(ExitReason end, _, _)
                    && ENDS.contains(end)) {
                return Optional.empty();
            }
            throw exit;
        }
    }
}
