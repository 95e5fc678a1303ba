package observer.model;

import observer.wire.MessageView;

import otp.MessageKind;
import otp.Pid;
import otp.ProcessEvent.Lost;
import otp.ProcessEvent.Sent;
import otp.ProcessEvent.Taken;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The last messages. A page is sent so many at a time, and nobody could read more: what is beyond
 * is counted, and not even printed.
 */
final class Messages {

    private static final int MOST_AT_ONCE = 40;

    private final int most;
    private final Nodes nodes;
    private final Texts texts;
    private final SequencedMap<Long, MessageView> kept = new LinkedHashMap<>();
    private final SequencedMap<Long, MessageView> changed = new LinkedHashMap<>();

    /**
     * The last call of each caller that has no answer yet: a reply does not say what it answers.
     */
    private final Map<Pid<?>, Long> calls = new HashMap<>();

    private int added;
    private long notShown;

    Messages(int most, Nodes nodes, Texts texts) {
        this.most = most;
        this.nodes = nodes;
        this.texts = texts;
    }

    void sent(Sent sent, double time) {
        if (isHidden(sent.from()) || isHidden(sent.to())) {
            return;
        }
        if (added >= MOST_AT_ONCE) {
            notShown++;
            return;
        }
        added++;
        Long answers = sent.messageKind() == MessageKind.REPLY ? answeredBy(sent) : null;
        if (sent.messageKind() == MessageKind.CALL) {
            sent.from().ifPresent(caller -> calls.put(caller, sent.id()));
        }
        put(view(sent, time, answers));
        while (kept.size() > most) {
            kept.pollFirstEntry();
        }
    }

    private MessageView view(Sent sent, double time, Long answers) {
        return new MessageView(
                sent.id(),
                sent.from().map(Node::number).orElse(null),
                sent.to().map(Node::number).orElse(null),
                sent.messageKind().name().toLowerCase(Locale.ROOT),
                texts.message(sent.message()),
                time,
                null,
                false,
                answers,
                title(sent.from()),
                title(sent.to()));
    }

    private Long answeredBy(Sent reply) {
        return reply.to().map(calls::remove).orElse(null);
    }

    private boolean isHidden(Optional<Pid<?>> process) {
        return process.filter(nodes::isHidden).isPresent();
    }

    private String title(Optional<Pid<?>> process) {
        return process.flatMap(nodes::find).map(Node::title).orElse(null);
    }

    void taken(Taken taken, double time) {
        change(taken.sent().id(), time, false);
    }

    void lost(Lost lost) {
        change(lost.sent().id(), null, true);
    }

    private void change(long id, Double taken, boolean lost) {
        MessageView before = kept.get(id);
        if (before != null) {
            put(
                    new MessageView(
                            before.n(),
                            before.from(),
                            before.to(),
                            before.kind(),
                            before.text(),
                            before.sent(),
                            taken,
                            lost,
                            before.answers(),
                            before.fromTitle(),
                            before.toTitle()));
        }
    }

    private void put(MessageView view) {
        kept.put(view.n(), view);
        changed.put(view.n(), view);
    }

    /** Forgets what a process that has ended had asked. */
    void ended(Pid<?> process) {
        calls.remove(process);
    }

    List<MessageView> takeChanged() {
        List<MessageView> taken = new ArrayList<>(changed.values());
        changed.clear();
        added = 0;
        return taken;
    }

    List<MessageView> kept() {
        return List.copyOf(kept.values());
    }

    List<String> waiting(long id) {
        return kept.values().stream()
                .filter(message ->
                        message.to() != null
                                && message.to() == id
                                && message.taken() == null
                                && !message.lost())
                .map(MessageView::text)
                .toList();
    }

    long notShown() {
        return notShown;
    }
}
