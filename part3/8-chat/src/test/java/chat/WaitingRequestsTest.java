package chat;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.exit;

import static java.util.concurrent.TimeUnit.SECONDS;

import chat.ChatEvent.Said;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import otp.ExitReason;
import otp.Pid;

import java.util.List;
import java.util.Set;

/**
 * Requests that are on their way at the same moment: when a room begins, when two guests want one
 * name, and when a room ends. Processes are held meanwhile, so that each request waits before them.
 */
@Timeout(value = 20, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WaitingRequestsTest {

    private Chat chat;
    private Guest alice;
    private Guest bob;

    @AfterEach
    void end_every_process() {
        Running.endAll();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-7")
    @DisplayName("Two guests that are on their way to the same new room meet there")
    void guests_on_their_way_to_a_new_room_meet() {
        start();

        try (Held all = Held.of(Running.processes())) {
            all.whileAsks(alice, () -> alice.begins(() -> chat.join("pub", "alice")));
            all.whileAsks(bob, () -> bob.begins(() -> chat.join("pub", "bob")));
        }

        assertThat(alice.outcome()).as("what comes of alice's joining a new room").isEqualTo(true);
        assertThat(bob.outcome()).as("what comes of bob's joining the same room").isEqualTo(true);
        assertThat(chat.members("pub"))
                .as("the members of the room")
                .containsExactly("alice", "bob");
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-5")
    @DisplayName("Of two guests of one name that are on their way to a room, one is a member")
    void one_of_two_guests_of_one_name_joins() {
        start();
        Guest other = Guest.called("bob");
        assertThat(alice.joins(chat, "pub")).as("alice joins").isTrue();

        try (Held all = Held.of(Running.processes())) {
            all.whileAsks(bob, () -> bob.begins(() -> chat.join("pub", "bob")));
            all.whileAsks(other, () -> other.begins(() -> chat.join("pub", "bob")));
        }

        assertThat(List.of(bob.outcome(), other.outcome()))
                .as("what comes of the joining of two guests, both called bob")
                .containsExactlyInAnyOrder(true, false);
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-7")
    @DisplayName("A guest that is on its way to a room joins it, though its last member leaves")
    void a_guest_joins_a_room_that_its_last_member_leaves() {
        joinsWhile("leaves", () -> alice.begins(this::leave));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-7")
    @DisplayName("A guest that is on its way to a room joins it, though its last member ends")
    void a_guest_joins_a_room_whose_last_member_ends() {
        joinsWhile("ends", () -> alice.ends());
        Running.endAll();
        joinsWhile("is killed", () -> exit(alice.process(), ExitReason.KILL));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-7")
    @DisplayName("No request fails that is on its way to a room which its last member leaves")
    void requests_to_a_room_that_ends_are_answered() {
        start();
        Guest carol = Guest.called("carol");
        Guest dave = Guest.called("dave");

        try (Held room = roomOfAlice()) {
            room.whileAsks(alice, () -> alice.begins(this::leave));
            room.whileAsks(bob, () -> bob.begins(() -> chat.members("pub")));
            room.whileAsks(carol, () -> carol.begins(() -> chat.say("pub", "hello")));
            room.whileAsks(dave, () -> dave.begins(this::leave));
        }

        assertThat(alice.outcome()).as("what comes of alice's leaving the room").isEqualTo("left");
        assertThat(bob.outcome())
                .as("what comes of asking for the members of a room that alice leaves")
                .isIn(List.of(), List.of("alice"));
        assertThat(carol.outcome())
                .as("what comes of speaking in a room that alice leaves, as no member")
                .isEqualTo(false);
        assertThat(dave.outcome())
                .as("what comes of leaving a room that alice leaves, as no member")
                .isEqualTo("left");
    }

    private void joinsWhile(String what, Runnable lastMemberGoes) {
        start();

        try (Held room = roomOfAlice()) {
            room.whileAsks(alice, lastMemberGoes);
            room.whileAsks(bob, () -> bob.begins(() -> chat.join("pub", "bob")));
        }

        assertThat(bob.outcome())
                .as("what comes of joining a room whose last member %s", what)
                .isEqualTo(true);
        Running.await(() -> chat.members("pub").equals(List.of("bob")));
        assertThat(chat.members("pub"))
                .as("the members of the room after alice %s and bob has joined", what)
                .containsExactly("bob");
        bob.hasHeard();
        bob.says(chat, "pub", "hello");
        assertThat(bob.hears()).as("what bob hears").contains(new Said("pub", "bob", "hello"));
    }

    private void start() {
        chat = StartedChat.of("chat").chat();
        alice = Guest.called("alice");
        bob = Guest.called("bob");
    }

    /** Has alice join a new room, and holds the processes that have begun with it, if any. */
    private Held roomOfAlice() {
        Set<Pid<?>> before = Set.copyOf(Running.processes());
        assertThat(alice.joins(chat, "pub")).as("alice joins").isTrue();
        return Held.of(
                Running.processes().stream().filter(process -> !before.contains(process)).toList());
    }

    /** Tells that the room has been left, which has no value. */
    private Object leave() {
        chat.leave("pub");
        return "left";
    }
}
