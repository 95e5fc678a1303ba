package chat;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.mailboxLength;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;

import static java.util.concurrent.TimeUnit.SECONDS;

import chat.ChatEvent.Joined;
import chat.ChatEvent.Said;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import otp.Pid;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Phaser;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Guests that come at the same moment, are slow, or end, and processes that are killed. */
@Timeout(value = 20, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ManyGuestsTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration MOMENT = Duration.ofMillis(10);
    private static final int MANY = 30;

    private record Done(Object what) {}

    /** A chat with a member in each of two rooms, and one that has come first and left. */
    private record Busy(StartedChat started, Guest early, Guest alice, Guest bob) {

        static Busy of(String name) {
            StartedChat started = StartedChat.of(name);
            Guest early = member(started.chat(), "early");
            Guest alice = member(started.chat(), "alice");
            early.leaves(started.chat(), "pub");
            early.hasHeard();
            Guest bob = Guest.called("bob");
            bob.joins(started.chat(), "club");
            return new Busy(started, early, alice, bob);
        }

        Chat chat() {
            return started.chat();
        }

        List<Pid<?>> inner() {
            return started.inner(early, alice, bob);
        }
    }

    @AfterEach
    void end_every_process() {
        Running.endAll();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-2")
    @DisplayName(
            "All members hear everything in the same order, and each speaker's words in its order")
    void all_hear_the_same_order() {
        Chat chat = StartedChat.of("chat").chat();
        List<Guest> guests = List.of(member(chat, "a"), member(chat, "b"), member(chat, "c"));
        guests.forEach(Guest::hasHeard);

        Phaser together = new Phaser(guests.size());
        for (Guest guest : guests) {
            guest.begins(() -> {
                for (int number = 0; number < MANY; number++) {
                    together.arriveAndAwaitAdvance();
                    chat.say("pub", "" + number);
                }
                return true;
            });
        }

        List<Object> first = guests.getFirst().hears(3 * MANY);
        assertThat(first).as("what a member hears").hasSize(3 * MANY);
        assertThat(guests.get(1).hears(3 * MANY))
                .as("what another guest hears, as the first does")
                .isEqualTo(first);
        assertThat(guests.get(2).hears(3 * MANY))
                .as("what another guest hears, as the first does")
                .isEqualTo(first);
        assertThat(first)
                .as(
                        "what a member hears of one that speaks: all texts, in the order in"
                                + " which it spoke")
                .filteredOn(said -> ((Said) said).member().equals("b"))
                .extracting(said -> ((Said) said).text())
                .isEqualTo(IntStream.range(0, MANY).mapToObj(number -> "" + number).toList());
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-2")
    @DisplayName("One process tells a member all that is said, since only that keeps an order")
    void one_process_tells_what_is_said() {
        Chat chat = StartedChat.of("chat").chat();
        Guest alice = member(chat, "alice");
        Guest bob = member(chat, "bob");

        for (Guest member : List.of(alice, bob)) {
            alice.hasHeard();
            bob.hasHeard();
            assertThat(Senders.to(member, () -> bothSpeakTo(member, chat, alice, bob)))
                    .as("the processes that tell %s what alice and bob say", member.name())
                    .hasSize(1);
        }
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-4")
    @DisplayName("A member that has left hears nothing more, though others are speaking")
    void one_that_has_left_hears_nothing_more() {
        Chat chat = StartedChat.of("chat").chat();
        Set<Pid<?>> speakers = new HashSet<>();
        for (int number = 0; number < 10; number++) {
            String name = "speaker " + number;
            speakers.add(
                    spawn(() -> {
                        chat.join("pub", name);
                        while (chat.say("pub", "word")) {
                            while (receive(ChatEvent.class, Duration.ZERO).isPresent()) {}
                        }
                    }));
        }
        Running.await(() -> chat.members("pub").size() == 10);
        Pid<Object> test = self();
        spawn(() -> send(test, new Done(timesItHearsMore(chat, speakers))));

        assertThat(receive(Done.class, SOON.multipliedBy(3)))
                .as("how many of 25 times, at most, a guest hears more, after it has left")
                .contains(new Done(0));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-6")
    @DisplayName(
            "A member that does not look into its mailbox holds up no other, and misses nothing")
    void a_slow_member_holds_up_no_other() {
        Chat chat = StartedChat.of("chat").chat();
        Guest alice = member(chat, "alice");
        Guest slow = member(chat, "slow");
        slow.begins(() -> receive(Done.class));
        alice.hasHeard();

        for (int number = 0; number < 200; number++) {
            assertThat(alice.says(chat, "pub", "word")).as("alice may speak in pub").isTrue();
        }
        Guest bob = member(chat, "bob");

        assertThat(alice.hears(200))
                .as("what alice hears")
                .hasSize(200)
                .containsOnly(new Said("pub", "alice", "word"));
        assertThat(bob.says(chat, "pub", "hello")).as("bob may speak in pub").isTrue();
        assertThat(chat.members("pub"))
                .as("the members of pub")
                .containsExactly("alice", "bob", "slow");
        send(slow.process(), new Done("waiting"));
        assertThat(slow.hears(202))
                .as("what the slow member hears once it looks into its mailbox")
                .hasSize(202)
                .startsWith(new Said("pub", "alice", "word"))
                .endsWith(new Joined("pub", "bob"), new Said("pub", "bob", "hello"));
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-7")
    @DisplayName("All that join a new room at the same moment are in the same room")
    void guests_who_come_at_once_meet() {
        Chat chat = StartedChat.of("chat").chat();
        for (int round = 0; round < 20; round++) {
            String room = "room " + round;
            Pid<Object> test = self();
            Phaser together = new Phaser(MANY);
            for (int number = 0; number < MANY; number++) {
                String name = "guest " + number;
                spawn(() -> {
                    together.arriveAndAwaitAdvance();
                    send(test, new Done(chat.join(room, name)));
                    receive(Done.class);
                });
            }
            for (int number = 0; number < MANY; number++) {
                assertThat(receive(Done.class, SOON))
                        .as("what became of the client")
                        .contains(new Done(true));
            }
            assertThat(chat.members(room)).as("members of a new room").hasSize(MANY);
        }
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-3")
    @DisplayName("There may be a thousand rooms, and a process in all of them")
    void a_thousand_rooms() {
        Chat chat = StartedChat.of("chat").chat();
        Guest alice = Guest.called("alice");
        for (int number = 0; number < 1_000; number++) {
            assertThat(alice.joins(chat, "room " + number))
                    .as("alice joins room %d of a thousand", number + 1)
                    .isTrue();
        }

        assertThat(chat.members("room 0")).as("members of the first room").containsExactly("alice");
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-5")
    @DisplayName("Of all that join under one name at the same moment, one is a member")
    void guests_who_come_at_once_under_one_name() {
        Chat chat = StartedChat.of("chat").chat();
        Guest alice = member(chat, "alice");
        Pid<Object> test = self();
        for (int round = 0; round < 20; round++) {
            String name = "guest " + round;
            Phaser together = new Phaser(10);
            for (int number = 0; number < 10; number++) {
                spawn(() -> {
                    together.arriveAndAwaitAdvance();
                    send(test, new Done(chat.join("pub", name)));
                    receive(Done.class);
                });
            }
            assertThat(Stream.generate(() -> receive(Done.class, SOON)).limit(10))
                    .as("what ten guests of the same name are told that join at once")
                    .containsOnlyOnce(Optional.of(new Done(true)));
        }
        assertThat(alice.hears(20)).as("what alice hears of twenty names").hasSize(20);
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-7")
    @DisplayName("A room that some leave and others join at the same moment is there for all")
    void guests_come_and_go() {
        Chat chat = StartedChat.of("chat").chat();
        Pid<Object> test = self();
        for (int number = 0; number < 4; number++) {
            String name = "guest " + number;
            spawn(() -> send(test, new Done(isMemberWheneverItComes(chat, name))));
        }

        for (int number = 0; number < 4; number++) {
            assertThat(receive(Done.class, SOON.multipliedBy(2)))
                    .as("each guest can join each time, and is a member then")
                    .contains(new Done(true));
        }
        assertThat(chat.members("pub")).as("the members of pub").isEmpty();
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-8")
    @DisplayName("Any inner process may be killed: guests can meet in each room afterwards")
    void the_chat_outlives_its_processes() {
        int inner = Busy.of("look").inner().size();
        Running.endAll();
        for (int victim = 0; victim < inner; victim++) {
            Busy busy = Busy.of("chat " + victim);
            Running.kill(busy.inner().get(victim));

            for (String room : List.of("pub", "club", "new room")) {
                assertThat(guestsMeetSoon(busy.chat(), room))
                        .as("guests meet in the %s after process %d was killed", room, victim + 1)
                        .isTrue();
            }
            assertThat(busy.early().hasHeard()).as("what one hears that has left").isEmpty();
            Running.endAll();
        }
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-9")
    @DisplayName("When all have left a chat of which a process was killed, no room is left behind")
    void killed_rooms_leave_nothing() {
        int empty = StartedChat.of("empty").inner().size();
        Running.endAll();
        int inner = Busy.of("look").inner().size();
        Running.endAll();
        for (int victim = 0; victim < inner; victim++) {
            Busy busy = Busy.of("chat " + victim);
            Running.kill(busy.inner().get(victim));
            guestsMeetSoon(busy.chat(), "pub");
            guestsMeetSoon(busy.chat(), "club");

            busy.alice().leaves(busy.chat(), "pub");
            busy.bob().leaves(busy.chat(), "club");

            Running.await(() -> busy.inner().size() <= empty);
            assertThat(busy.inner())
                    .as("processes of a chat without members, of which one was killed")
                    .hasSizeLessThanOrEqualTo(empty);
            Running.endAll();
        }
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-9")
    @DisplayName("A room without members leaves no process behind, and asking for one starts none")
    void empty_rooms_leave_nothing() {
        Chat chat = StartedChat.of("chat").chat();
        manyRooms(chat, "first");
        Set<Pid<?>> before = Set.copyOf(Running.processes());
        manyRooms(chat, "second");

        Running.await(() -> before.containsAll(Running.processes()));
        assertThat(Running.processes().size())
                .as("processes after %d more rooms", MANY)
                .isLessThanOrEqualTo(before.size());
    }

    @Test
    @Tag("task-1")
    @Tag("requirement-9")
    @DisplayName("When the process that has started the chat is killed, nothing is left of it")
    void nothing_outlives_the_starter() {
        StartedChat started = StartedChat.of("chat");
        Guest alice = member(started.chat(), "alice");

        Running.kill(started.starter());

        Running.await(() -> Running.processes().size() == 1);
        assertThat(Running.processes())
                .as("processes that are left: the member, whom the chat's end does not harm")
                .containsExactly(alice.process());
    }

    private static void bothSpeakTo(Guest member, Chat chat, Guest alice, Guest bob) {
        for (int number = 0; number < MANY; number++) {
            alice.says(chat, "pub", "" + number);
            bob.says(chat, "pub", "" + number);
        }
        member.hears(2 * MANY);
    }

    /** Comes and goes a hundred times. Where each time takes long, a few must do. */
    private static boolean isMemberWheneverItComes(Chat chat, String name) {
        boolean isMember = true;
        long end = System.nanoTime() + SOON.toNanos();
        for (int round = 0; round < 100 && System.nanoTime() < end; round++) {
            isMember &= chat.join("pub", name) && chat.members("pub").contains(name);
            chat.leave("pub");
        }
        return isMember;
    }

    /**
     * Comes, and goes while the chat has something before it that was said; returns how many times
     * a message comes after it has left. Where each time takes long, a few must do.
     */
    private static int timesItHearsMore(Chat chat, Set<Pid<?>> speakers) {
        int times = 0;
        long end = System.nanoTime() + SOON.toNanos();
        for (int round = 0; round < 25 && System.nanoTime() < end; round++) {
            chat.join("pub", "guest");
            awaitSomethingBeforeIt(speakers);
            chat.leave("pub");
            int before = mailboxLength(self());
            chat.members("pub");
            times += mailboxLength(self()) > before ? 1 : 0;
        }
        return times;
    }

    /** For a moment at most: it depends on the design and on the machine how often there is. */
    private static void awaitSomethingBeforeIt(Set<Pid<?>> speakers) {
        long end = System.nanoTime() + MOMENT.toNanos();
        while (!hasSomethingBeforeIt(speakers) && System.nanoTime() < end) {
            Thread.yield();
        }
    }

    private static boolean hasSomethingBeforeIt(Set<Pid<?>> speakers) {
        Pid<?> guest = self();
        return Running.processes().stream()
                .filter(process -> process != guest && !speakers.contains(process))
                .anyMatch(process -> mailboxLength(process) > 0);
    }

    /**
     * The first who come may meet in a room that is about to end with a process that was killed.
     */
    private static boolean guestsMeetSoon(Chat chat, String room) {
        return guestsMeet(chat, room) || guestsMeet(chat, room);
    }

    /** Has two new guests come to a room once they can, talk to each other there, and leave. */
    private static boolean guestsMeet(Chat chat, String room) {
        Guest carol = Guest.called("carol");
        Guest dave = Guest.called("dave");
        Running.await(() -> comes(chat, room, carol));
        Running.await(() -> comes(chat, room, dave));
        carol.hasHeard();
        dave.hasHeard();
        carol.says(chat, room, "hello");
        var hello = Optional.of(new Said(room, "carol", "hello"));
        boolean meet = carol.hears().equals(hello) && dave.hears().equals(hello);
        Running.kill(carol.process());
        Running.kill(dave.process());
        return meet;
    }

    /** Whatever a chat throws that has not been restarted yet is none of a guest's business. */
    private static boolean comes(Chat chat, String room, Guest guest) {
        try {
            return chat.members(room).contains(guest.name()) || guest.joins(chat, room);
        } catch (RuntimeException restarting) {
            return false;
        }
    }

    /** Has guests come to rooms and be gone again; the last one leaves, or else it ends. */
    private static void manyRooms(Chat chat, String name) {
        for (int number = 0; number < MANY; number++) {
            String room = name + number;
            Guest leaves = Guest.called("leaves");
            Guest ends = Guest.called("ends");
            leaves.joins(chat, room);
            ends.joins(chat, room);
            if (number % 2 == 0) {
                leaves.leaves(chat, room);
                Running.kill(ends.process());
            } else {
                Running.kill(ends.process());
                Running.await(() -> chat.members(room).equals(List.of("leaves")));
                leaves.leaves(chat, room);
            }
            leaves.leaves(chat, "unknown " + room);
            leaves.says(chat, "unknown " + room, "is anyone here?");
            chat.members("unknown " + room);
            Running.kill(leaves.process());
        }
    }

    private static Guest member(Chat chat, String name) {
        Guest guest = Guest.called(name);
        assertThat(guest.joins(chat, "pub")).as(name + " joins").isTrue();
        return guest;
    }
}
