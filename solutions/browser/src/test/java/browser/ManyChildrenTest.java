package browser;

import static org.assertj.core.api.Assertions.assertThat;

import observer.Observer;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import otp.Call;
import otp.ChildSpec;
import otp.DynamicSupervisor;
import otp.DynamicSupervisorFlags;
import otp.GenServer;
import otp.Init;
import otp.Name;
import otp.Next;
import otp.Pid;
import otp.Restart;

import java.time.Duration;
import java.util.List;

/**
 * A supervisor with a hundred thousand children: the page opens, says what it does not draw, and
 * finds any child.
 */
class ManyChildrenTest extends InBrowser {

    private static final int CHILDREN = 100_000;

    /** A server that has nothing to do. */
    static final class Idle extends GenServer<Idle.Ask, Integer> {

        record Ask() implements Call<Integer> {}

        private final int number;

        Idle(int number) {
            this.number = number;
        }

        @Override
        protected Init<Integer> init() {
            return ok(number);
        }

        @Override
        protected Next<Integer> handle(Ask ask, Integer state) {
            return reply(ask, state, state);
        }
    }

    /**
     * Tells how many milliseconds after the address was opened a card with these words is drawn.
     */
    private static final String UNTIL_DRAWN =
            """
            const [words, done] = arguments;
            const look = () => {
              const cards = [...document.querySelectorAll('.cards > [role=treeitem]')];
              if (cards.some((card) => card.getAttribute('aria-label').includes(words))) done(performance.now());
              else requestAnimationFrame(look);
            };
            look();
            """;

    private static final Duration OPEN = Duration.ofSeconds(2);
    private static final Duration LONGEST_TASK = Duration.ofMillis(200);

    @Test
    void the_page_opens_says_what_it_does_not_draw_and_finds_any_child() {
        Pid<DynamicSupervisor.Message> supervisor = startChildren();
        try (Observer observer = Observer.start()) {
            Page page = browser().open(observer.address());
            Number opened = page.wait(UNTIL_DRAWN, "children more, not drawn");
            page.noteLongTasks();
            assertThat(page.text(".counts")).matches(".*99\u202f[89]\\d\\d processes not drawn.*");
            assertThat(page.cards()).anyMatch(words -> words.startsWith(":child 0, "));

            long begin = System.nanoTime();
            page.type("/", "child 77777");
            page.waitUntil(() -> page.isShown("[role=option]"));
            Duration finding = Duration.ofNanos(System.nanoTime() - begin);
            page.type(Keys.ENTER);
            page.card(":child 77777, ");
            page.waitUntilAsserted(
                    () -> assertThat(page.text(".side h2")).isEqualTo(":child 77777"));

            List<Long> tasks = page.longTasks();
            System.out.printf(
                    "%d children: open after %d ms, found after %d ms, long tasks %s ms%n",
                    CHILDREN, opened.intValue(), finding.toMillis(), tasks);
            assertThat(opened.doubleValue()).isLessThan(Allowance.millis(OPEN));
            double longest = Allowance.millis(LONGEST_TASK);
            assertThat(tasks).allMatch(millis -> millis < longest);
        } finally {
            DynamicSupervisor.stop(supervisor);
        }
    }

    private static Pid<DynamicSupervisor.Message> startChildren() {
        Pid<DynamicSupervisor.Message> supervisor =
                DynamicSupervisor.startLink(DynamicSupervisorFlags.oneForOne()).pid();
        for (int number = 0; number < CHILDREN; number++) {
            int own = number;
            DynamicSupervisor.startChild(
                    supervisor,
                    ChildSpec.worker(
                                    own,
                                    () ->
                                            GenServer.startLink(
                                                    () -> new Idle(own),
                                                    new Name<>("child " + own)))
                            .withRestart(Restart.TEMPORARY));
        }
        return supervisor;
    }
}
