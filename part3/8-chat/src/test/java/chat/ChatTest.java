package chat;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.exit;

import static java.util.concurrent.TimeUnit.SECONDS;

import chat.ChatEvent.Joined;
import chat.ChatEvent.Left;
import chat.ChatEvent.Said;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import otp.ExitReason;

import java.util.List;

/** What members hear, and who is there. */
@Timeout(value = 20, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ChatTest {

    @AfterEach
    void end_every_process() {
        Running.endAll();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-1")
    @DisplayName("All members hear what one says, and it hears itself")
    void all_members_hear() {
        Chat chat = start();
        Guest alice = member(chat, "alice");
        Guest bob = member(chat, "bob");
        alice.hasHeard();

        assertThat(bob.says(chat, "pub", "hello")).as("bob may speak in pub").isTrue();
        assertThat(alice.hears()).as("what alice hears").contains(new Said("pub", "bob", "hello"));
        assertThat(bob.hears()).as("what bob hears").contains(new Said("pub", "bob", "hello"));
        assertThat(alice.hasHeard()).as("more than that").isEmpty();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-1")
    @DisplayName("Any text is heard as it is said, also an empty one or a long one")
    void any_text_is_heard() {
        Chat chat = start();
        Guest alice = member(chat, "alice");

        for (String text : List.of("", " ", " Hello ", "a\nb", "hello ".repeat(1_000))) {
            assertThat(alice.says(chat, "pub", text)).as("alice may say '%s'", text).isTrue();
            assertThat(alice.hears())
                    .as("what alice hears")
                    .contains(new Said("pub", "alice", text));
        }
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-1")
    @DisplayName("A process that is no member is not heard, and hears nothing")
    void only_members_talk() {
        Chat chat = start();
        Guest alice = member(chat, "alice");
        Guest stranger = Guest.called("stranger");

        assertThat(stranger.says(chat, "pub", "hello")).as("a stranger may speak in pub").isFalse();
        assertThat(stranger.says(chat, "no room", "hello"))
                .as("a stranger may speak in a room without members")
                .isFalse();
        alice.says(chat, "pub", "silence");
        assertThat(alice.hears())
                .as("what alice hears")
                .contains(new Said("pub", "alice", "silence"));
        assertThat(stranger.hasHeard()).as("all that a stranger has heard").isEmpty();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-7")
    @DisplayName("What all processes share cannot change: what changes is kept by a process")
    void what_processes_share_cannot_change() {
        assertThat(StaticState.canChange(start()))
                .as("the object that startLink returns, or what it holds, can change")
                .isFalse();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-3")
    @DisplayName("Rooms are apart: what is said in one is not heard in another")
    void rooms_are_apart() {
        Chat chat = start();
        Guest alice = member(chat, "alice");
        Guest bob = Guest.called("bob");
        bob.joins(chat, "club");

        bob.says(chat, "club", "hello");
        bob.hears();
        assertThat(alice.hasHeard()).as("all that alice has heard").isEmpty();
        assertThat(chat.members("pub")).as("the members of pub").containsExactly("alice");
        assertThat(chat.members("club")).as("the members of club").containsExactly("bob");
        assertThat(chat.members("no room")).as("the members of a room that is not there").isEmpty();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-3")
    @DisplayName("Two chats share nothing: a room of one has no members in the other")
    void chats_share_nothing() {
        Chat chat = start();
        member(chat, "alice");
        Chat other = StartedChat.of("another chat").chat();

        assertThat(other.members("pub")).as("the members of pub").isEmpty();
        member(other, "bob");
        assertThat(other.members("pub")).as("the members of pub").containsExactly("bob");
        assertThat(chat.members("pub")).as("the members of pub").containsExactly("alice");
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-3")
    @DisplayName("Any text names a room or a chat, and two names that look like one are two")
    void names_do_not_run_together() {
        Chat chat = start();
        Guest alice = Guest.called("alice");
        for (String room : List.of("", "chat", "Chat", "chat ", "rooms of chat", " ")) {
            assertThat(alice.joins(chat, room)).as("alice may join '%s'", room).isTrue();
        }
        for (String between : List.of("", " ", ".", "-", "_", ":", "/")) {
            alice.joins(chat, "pub" + between + "club");
            Chat other = StartedChat.of("chat" + between + "pub").chat();

            assertThat(other.members("club")).as("the members of an empty room").isEmpty();
            assertThat(Guest.called("bob").joins(other, "club")).as("bob may join it").isTrue();
            assertThat(chat.members("pub" + between + "club"))
                    .as("the members of a room of another chat")
                    .containsExactly("alice");
        }
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-3")
    @DisplayName("A process can be in several rooms under several names, and leaves one alone")
    void a_process_can_be_in_several_rooms() {
        Chat chat = start();
        Guest alice = member(chat, "alice");
        assertThat(alice.<Boolean>does(() -> chat.join("club", "al")))
                .as("alice may join club as al")
                .isTrue();

        alice.leaves(chat, "pub");

        assertThat(chat.members("pub")).as("the members of pub").isEmpty();
        assertThat(chat.members("club")).as("the members of club").containsExactly("al");
        assertThat(alice.says(chat, "club", "still here")).as("alice may speak in club").isTrue();
        assertThat(alice.says(chat, "pub", "and here?")).as("alice may speak in pub").isFalse();
        Guest bob = Guest.called("bob");
        bob.joins(chat, "club");
        bob.hasHeard();
        Running.kill(alice.process());
        assertThat(bob.hears())
                .as("what bob hears in club after the end of one that had left pub")
                .contains(new Left("club", "al"));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-4")
    @DisplayName(
            "The members are told in the order of the alphabet, and those there hear of a new one")
    void members_hear_of_new_ones() {
        Chat chat = start();
        Guest carol = member(chat, "carol");
        Guest alice = member(chat, "alice");
        member(chat, "bob");

        assertThat(chat.members("pub"))
                .as("the members of pub")
                .containsExactly("alice", "bob", "carol");
        assertThat(carol.hasHeard())
                .as("all that carol has heard")
                .containsExactly(new Joined("pub", "alice"), new Joined("pub", "bob"));
        assertThat(alice.hasHeard())
                .as("all that alice has heard")
                .containsExactly(new Joined("pub", "bob"));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-4")
    @DisplayName("Members hear when one leaves, and it hears nothing more")
    void members_hear_of_one_that_leaves() {
        Chat chat = start();
        Guest alice = member(chat, "alice");
        Guest bob = member(chat, "bob");
        alice.hears();

        bob.leaves(chat, "pub");

        assertThat(chat.members("pub")).as("the members of pub").containsExactly("alice");
        assertThat(alice.hears()).as("what alice hears").contains(new Left("pub", "bob"));
        alice.says(chat, "pub", "he is gone");
        assertThat(bob.hasHeard()).as("all that bob has heard").isEmpty();
        bob.leaves(chat, "pub");
        bob.leaves(chat, "no room");
        assertThat(alice.hasHeard())
                .as("after bob has left once more")
                .containsExactly(new Said("pub", "alice", "he is gone"));
        member(chat, "bob");
        Guest carol = member(chat, "carol");
        Running.kill(bob.process());
        Running.kill(carol.process());
        assertThat(alice.hears(3))
                .as("after bob, who is no member but has a successor, was killed, and then carol")
                .containsExactly(
                        new Joined("pub", "bob"),
                        new Joined("pub", "carol"),
                        new Left("pub", "carol"));
        assertThat(chat.members("pub")).as("the members of pub").containsExactly("alice", "bob");
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-4")
    @DisplayName("A member that ends has left, however it ends, and in each of its rooms")
    void a_member_that_ends_has_left() {
        Chat chat = start();
        Guest alice = member(chat, "alice");
        alice.joins(chat, "club");
        Guest bob = member(chat, "bob");
        bob.joins(chat, "club");
        Guest carol = member(chat, "carol");
        Guest dave = member(chat, "dave");
        alice.hears(4);

        exit(carol.process(), ExitReason.of("tired"));
        assertThat(alice.hears()).as("what alice hears").contains(new Left("pub", "carol"));
        for (ExitReason reason : List.of(ExitReason.SHUTDOWN, new ExitReason.Shutdown("late"))) {
            exit(member(chat, "erin").process(), reason);
            assertThat(alice.hears(2))
                    .as("what alice hears of erin, who ends with %s", reason)
                    .containsExactly(new Joined("pub", "erin"), new Left("pub", "erin"));
            dave.hears(2);
        }
        dave.ends();
        assertThat(alice.hears()).as("what alice hears").contains(new Left("pub", "dave"));
        Running.kill(bob.process());

        assertThat(alice.hears(2))
                .as("what alice hears")
                .containsExactlyInAnyOrder(new Left("pub", "bob"), new Left("club", "bob"));
        assertThat(chat.members("pub")).as("the members of pub").containsExactly("alice");
        assertThat(chat.members("club")).as("the members of club").containsExactly("alice");
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-5")
    @DisplayName("A name that is taken is refused, until its process has left or ended")
    void a_name_belongs_to_one() {
        Chat chat = start();
        Guest alice = member(chat, "alice");
        Guest first = member(chat, "bob");
        Guest second = Guest.called("bob");
        Guest third = Guest.called("bob");

        assertThat(second.joins(chat, "pub")).as("the second guest may join pub").isFalse();
        assertThat(second.says(chat, "pub", "hello"))
                .as("the second guest may speak in pub")
                .isFalse();
        assertThat(second.joins(chat, "club")).as("another room").isTrue();
        first.leaves(chat, "pub");
        assertThat(second.joins(chat, "pub")).as("after the first has left").isTrue();
        Running.kill(second.process());
        Running.await(() -> chat.members("pub").equals(List.of("alice")));
        assertThat(third.joins(chat, "pub")).as("after the second was killed").isTrue();
        third.leaves(chat, "pub");
        assertThat(third.<Boolean>does(() -> chat.join("pub", "robert")))
                .as("the third guest may join pub as robert")
                .isTrue();
        assertThat(chat.members("pub")).as("the members of pub").containsExactly("alice", "robert");
        assertThat(alice.hasHeard())
                .as("all that alice has heard")
                .containsExactly(
                        new Joined("pub", "bob"),
                        new Left("pub", "bob"),
                        new Joined("pub", "bob"),
                        new Left("pub", "bob"),
                        new Joined("pub", "bob"),
                        new Left("pub", "bob"),
                        new Joined("pub", "robert"));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-5")
    @DisplayName("Two names that look like one are two")
    void names_are_taken_as_they_are() {
        Chat chat = start();

        for (String name : List.of("alice", "Alice", " alice", "alice ", "")) {
            assertThat(Guest.called(name).joins(chat, "pub"))
                    .as("a guest may join pub as '%s'", name)
                    .isTrue();
        }
        assertThat(chat.members("pub")).as("the members of pub").hasSize(5);
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-5")
    @DisplayName("The end of a process that was refused changes nothing")
    void a_refused_process_leaves_nothing() {
        Chat chat = start();
        Guest alice = member(chat, "alice");
        member(chat, "bob");
        Guest refused = Guest.called("bob");
        assertThat(refused.joins(chat, "pub"))
                .as("the guest that was refused may join pub")
                .isFalse();
        Guest carol = member(chat, "carol");
        alice.hears(2);
        assertThat(refused.hasHeard()).as("all that the refused guest has heard").isEmpty();

        Running.kill(refused.process());
        Running.kill(carol.process());

        assertThat(alice.hears()).as("what alice hears").contains(new Left("pub", "carol"));
        assertThat(chat.members("pub")).as("the members of pub").containsExactly("alice", "bob");
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-5")
    @DisplayName("A member that joins once more is refused, and stays what it was")
    void a_member_joins_once() {
        Chat chat = start();
        Guest alice = member(chat, "alice");

        assertThat(alice.<Boolean>does(() -> chat.join("pub", "al")))
                .as("alice may join pub as al")
                .isFalse();
        assertThat(chat.members("pub")).as("the members of pub").containsExactly("alice");
        alice.says(chat, "pub", "hello");
        assertThat(alice.hasHeard())
                .as("all that alice has heard")
                .containsExactly(new Said("pub", "alice", "hello"));
    }

    private static Chat start() {
        return StartedChat.of("chat").chat();
    }

    private static Guest member(Chat chat, String name) {
        Guest guest = Guest.called(name);
        assertThat(guest.joins(chat, "pub")).as(name + " joins").isTrue();
        return guest;
    }
}
