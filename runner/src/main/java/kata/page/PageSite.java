package kata.page;

import kata.compile.Variant;
import kata.stage.Kata;
import kata.stage.KataException;
import kata.stage.Stage;

import web.Answer;
import web.Form;
import web.Refusal;
import web.Site;
import web.StaticFiles;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the server of the pages has to offer. */
final class PageSite {

    /** What the observer has, it has without folders. */
    private static final Pattern OBSERVER =
            Pattern.compile("/observer/([^/]+/[^/]+)(/[A-Za-z0-9.-]*)");

    private static final int NO_SHELL = 503;
    private static final int LONGEST = 20_000;

    private final OpenStages stages;
    private final Kata kata;
    private final ReadingAnswers reading;
    private final PuzzleAnswers puzzles;

    PageSite(Context context, OpenStages stages) {
        this.stages = stages;
        this.kata = context.kata();
        this.reading = new ReadingAnswers(context);
        this.puzzles = new PuzzleAnswers(context.worker());
    }

    Site site() {
        return new Site(
                new StaticFiles(PageSite.class, "/page/"),
                form -> open(form).events(),
                explained(
                        Map.of(
                                "/lesson", form -> reading.lesson(stage(form), open(form).lesson()),
                                "/map", _ -> reading.map(),
                                "/glossary", _ -> reading.glossary(),
                                "/search", form -> reading.search(form.text("q")),
                                "/hints", form -> reading.hints(stage(form)),
                                "/diff", form -> reading.diff(stage(form), form),
                                "/solution", form -> reading.solution(stage(form), form),
                                "/puzzle", form -> puzzles.puzzle(stage(form), form),
                                "/file", new FileAnswer(kata))),
                explained(
                        Map.of(
                                "/run",
                                this::run,
                                "/type",
                                this::type,
                                "/stop",
                                this::stop,
                                "/begin",
                                this::begin,
                                "/test",
                                form -> done(() -> open(form).tests().test()),
                                "/hint",
                                form -> reading.hint(stage(form), form),
                                "/predict",
                                form -> reading.predict(stage(form), form),
                                "/arrange",
                                form -> puzzles.check(stage(form), form),
                                "/leave",
                                form -> done(() -> puzzles.stop(stage(form))))),
                this::observer);
    }

    /** What cannot be done is said, as in the terminal. */
    private static Map<String, Answer> explained(Map<String, Answer> answers) {
        Map<String, Answer> explained = new LinkedHashMap<>();
        answers.forEach((path, answer) -> explained.put(path, form -> explained(answer, form)));
        return explained;
    }

    private static Object explained(Answer answer, Form form) {
        try {
            return answer.to(form);
        } catch (KataException problem) {
            throw new Refusal(Refusal.CONFLICT, problem.getMessage());
        }
    }

    private Stage stage(Form form) {
        String path = form.text("stage");
        return kata.stages().stream()
                .filter(stage -> stage.path().equals(path))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(
                                Refusal.NOT_FOUND,
                                "there is no stage '%s': choose one on the map".formatted(path)));
    }

    private OpenStage open(Form form) {
        return stages.open(stage(form));
    }

    private Optional<URI> observer(String path) {
        Matcher place = OBSERVER.matcher(path);
        if (!place.matches()) {
            return Optional.empty();
        }
        URI address =
                stages.find(place.group(1))
                        .flatMap(OpenStage::observer)
                        .orElseThrow(() ->
                                new Refusal(NO_SHELL, "no shell runs: begin one with the lesson"));
        return Optional.of(address.resolve(place.group(2) + "#" + address.getFragment()));
    }

    private Object run(Form form) {
        OpenStage stage = open(form);
        int last = exchange(form.number("exchange"), stage);
        int from = exchange(form.number("from", last), stage);
        return done(() -> {
            if ("true".equals(form.text("again"))) {
                stage.shell().run(from, last);
            } else {
                stage.shell().runUpTo(last);
            }
        });
    }

    private static int exchange(long index, OpenStage stage) {
        if (index < 0 || index >= stage.exchanges().size()) {
            throw new Refusal(Refusal.CONFLICT, "the lesson has changed: open its page once more");
        }
        return (int) index;
    }

    private Object type(Form form) {
        String text = form.text("text");
        if (text.isBlank() || text.length() > LONGEST) {
            throw new Refusal(Refusal.BAD_REQUEST, "type a line, of 20 000 characters at most");
        }
        return done(() -> open(form).shell().type(text));
    }

    private Object stop(Form form) {
        ShellPane shell = open(form).shell();
        boolean byForce = "true".equals(form.text("force"));
        return done(() -> shell.stop(form.number("shell"), form.number("run"), byForce));
    }

    private Object begin(Form form) {
        Variant code = "solution".equals(form.text("code")) ? Variant.SOLUTION : Variant.LEARNER;
        return done(() -> open(form).shell().begin(code));
    }

    private static Object done(Runnable step) {
        step.run();
        return Map.of("done", true);
    }
}
