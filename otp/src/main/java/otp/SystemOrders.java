package otp;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How a server obeys {@link Sys}, in its own process, between two messages. While it is suspended,
 * it takes nothing but such orders, that to stop, and the exit signal of its parent.
 *
 * @param <S> the server's state
 */
final class SystemOrders<S> {

    private final ServerLoop<?, S> loop;

    SystemOrders(ServerLoop<?, S> loop) {
        this.loop = loop;
    }

    /** Obeys an order, and then, for as long as the server is suspended, those that come. */
    Next<S> obey(SystemEnvelope first) {
        Next<S> next = perform(first);
        while (loop.isSuspended() && next instanceof Next.NoReply<S>) {
            next = perform(loop.process().mailbox().takeForSystem(loop.parent()));
        }
        return next;
    }

    private Next<S> perform(Envelope envelope) {
        return switch (envelope) {
            case SystemEnvelope order -> {
                answer(order);
                yield loop.asBefore();
            }
            case Envelope.OfStop order -> {
                order.take();
                yield new Next.Stop<>(order.message(), loop.state());
            }
            default -> new Next.Stop<>(((ExitMessage) envelope.message()).reason(), loop.state());
        };
    }

    private void answer(SystemEnvelope envelope) {
        // From now on it fails if the server ends.
        SystemOrder order = (SystemOrder) envelope.message();
        envelope.putOff(loop.process().lifeline().unansweredCalls());
        envelope.answer().answer(answerTo(order));
    }

    private Object answerTo(SystemOrder order) {
        return switch (order) {
            case SystemOrder.GetState _ -> visibleState();
            case SystemOrder.ReplaceState replace -> replaced(replace);
            case SystemOrder.GetStatus _ -> status();
            case SystemOrder.Suspend _ -> {
                loop.watch().suspend(true);
                yield null;
            }
            case SystemOrder.Resume _ -> {
                loop.watch().suspend(false);
                yield null;
            }
            case SystemOrder.KeepStatistics(boolean keep) -> {
                loop.watch().keepStatistics(keep);
                yield null;
            }
            case SystemOrder.GetStatistics _ -> loop.watch().statistics();
            case SystemOrder.SlowDown(Duration pause) -> {
                loop.watch().slowDown(pause);
                yield null;
            }
        };
    }

    private Object visibleState() {
        return loop.server().visible(loop.state());
    }

    private Sys.Status status() {
        return new Sys.Status(
                loop.process(),
                loop.label(),
                loop.isSuspended(),
                Optional.<Pid<?>>of(loop.parent()).filter(parent -> parent != loop.process()),
                visibleState());
    }

    private Object replaced(SystemOrder.ReplaceState replace) {
        try {
            return replace(replace.function());
        } catch (Throwable thrown) {
            loop.process().checkNotExiting();
            return new SystemOrder.Failed(thrown);
        }
    }

    @SuppressWarnings("unchecked")
    private S replace(UnaryOperator<Object> function) {
        if (visibleState() != loop.state()) {
            throw new Sys.StateRefused(loop.label());
        }
        loop.state((S) function.apply(loop.state()));
        return loop.state();
    }
}
