package kata.page;

import kata.files.ReferenceDiff;
import kata.lesson.GlossaryTerm;
import kata.lesson.Hints;
import kata.lesson.LessonHtml;
import kata.lesson.LessonSearch;
import kata.progress.ProgressReport;
import kata.progress.SeenHints;
import kata.stage.Kata;
import kata.stage.KataException;
import kata.stage.Stage;
import kata.stage.Task;
import kata.starter.TaskSolution;

import web.Answer;
import web.Form;
import web.Refusal;
import web.Site;
import web.StaticFiles;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the server of the pages has to offer. */
final class PageSite {

    private static final Pattern OBSERVER = Pattern.compile("/observer/([^/]+/[^/]+)(/.*)");
    private static final int NO_SHELL = 503;
    private static final int LONGEST = 20_000;

    private final Context context;
    private final OpenStages stages;
    private final Kata kata;
    private Optional<LessonSearch> search = Optional.empty();

    PageSite(Context context, OpenStages stages) {
        this.context = context;
        this.stages = stages;
        this.kata = context.kata();
    }

    Site site() {
        return new Site(
                new StaticFiles(PageSite.class, "/page/"),
                form -> open(form).events(),
                explained(
                        Map.of(
                                "/lesson",
                                this::lesson,
                                "/map",
                                _ -> map(),
                                "/glossary",
                                _ -> glossary(),
                                "/search",
                                form -> Map.of("found", search().find(form.text("q"))),
                                "/hints",
                                form -> hints(stage(form)),
                                "/diff",
                                this::diff,
                                "/solution",
                                this::solution,
                                "/file",
                                new FileAnswer(kata.root()))),
                explained(
                        Map.of(
                                "/run", this::run,
                                "/type", this::type,
                                "/stop", form -> done(() -> open(form).shell().stop()),
                                "/begin", this::begin,
                                "/test", form -> done(() -> open(form).tests().test()),
                                "/hint", this::hint)),
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
        String below = place.group(2).replaceAll("[^A-Za-z0-9./-]", "");
        return Optional.of(address.resolve(below + "#" + address.getFragment()));
    }

    private Object lesson(Form form) {
        Stage stage = stage(form);
        LessonHtml html = LessonHtml.of(kata, stage);
        List<Stage> all = kata.stages();
        int place = all.indexOf(stage);
        Map<String, Object> lesson = new LinkedHashMap<>();
        lesson.put("stage", stage.path());
        lesson.put("title", stage.title());
        lesson.put("learned", stage.learned());
        lesson.put("html", html.html());
        lesson.put(
                "exchanges",
                html.exchanges().stream()
                        .map(exchange ->
                                Map.of(
                                        "typed", exchange.typed().toList(),
                                        "printed", exchange.printed()))
                        .toList());
        lesson.put("before", place == 0 ? null : pointer(all.get(place - 1)));
        lesson.put("next", place + 1 == all.size() ? null : pointer(all.get(place + 1)));
        return lesson;
    }

    private static Map<String, String> pointer(Stage stage) {
        return Map.of("stage", stage.path(), "title", stage.title());
    }

    private Object map() {
        ProgressReport report = ProgressReport.of(kata);
        Map<String, ProgressReport.OfStage> byPath = new LinkedHashMap<>();
        report.stages().forEach(stage -> byPath.put(stage.stage(), stage));
        List<Object> chapters =
                kata.chapters().stream()
                        .<Object>map(chapter ->
                                Map.of(
                                        "title", chapter.title(),
                                        "folder", chapter.folder(),
                                        "stages",
                                                chapter.stages().stream()
                                                        .map(stage -> byPath.get(stage.path()))
                                                        .map(PageSite::onMap)
                                                        .toList()))
                        .toList();
        return Map.of("chapters", chapters, "solved", report.solved(), "total", report.total());
    }

    private static Map<String, Object> onMap(ProgressReport.OfStage stage) {
        return Map.of("stage", stage.stage(), "title", stage.title(), "state", stage.state());
    }

    private Object glossary() {
        return Map.of(
                "terms",
                GlossaryTerm.all(kata).stream()
                        .map(term ->
                                Map.of(
                                        "words", term.words(),
                                        "meaning", html(term.meaning()),
                                        "elixir", html(term.elixir()),
                                        "here", html(term.here())))
                        .toList());
    }

    private String html(String markdown) {
        return LessonHtml.of(kata, kata.root(), markdown).html();
    }

    private synchronized LessonSearch search() {
        if (search.isEmpty()) {
            search = Optional.of(LessonSearch.of(kata));
        }
        return search.get();
    }

    private Object hints(Stage stage) {
        var memory = new SeenHints(stage.root());
        return Map.of(
                "tasks",
                stage.tasks().stream()
                        .map(task -> hints(stage, task, memory.count(stage, task)))
                        .toList());
    }

    private Object hints(Stage stage, Task task, int seen) {
        List<Hints.Hint> all = Hints.of(stage, task);
        return Map.of(
                "task", task.number(),
                "all", all.size(),
                "seen",
                        all.stream()
                                .limit(seen)
                                .map(hint ->
                                        Map.of(
                                                "title", hint.title(),
                                                "html",
                                                        LessonHtml.of(
                                                                        kata,
                                                                        stage.folder(),
                                                                        hint.text())
                                                                .html()))
                                .toList());
    }

    private Object hint(Form form) {
        Stage stage = stage(form);
        Task task =
                stage.task((int) form.number("task"))
                        .orElseThrow(
                                () -> new Refusal(Refusal.NOT_FOUND, "the stage has no such task"));
        var memory = new SeenHints(stage.root());
        int seen = Math.min(memory.count(stage, task) + 1, Hints.of(stage, task).size());
        memory.remember(stage, task, seen);
        return hints(stage, task, seen);
    }

    private Object diff(Form form) {
        Stage stage = stage(form);
        refuseSpoiler(stage, form);
        return Map.of("lines", ReferenceDiff.of(stage).unified());
    }

    private Object solution(Form form) {
        Stage stage = stage(form);
        refuseSpoiler(stage, form);
        return Map.of("solutions", TaskSolution.of(stage));
    }

    private void refuseSpoiler(Stage stage, Form form) {
        if (!"true".equals(form.text("sure")) && !context.solved().isKnown(stage)) {
            throw new Refusal(
                    Refusal.CONFLICT, "the stage is not solved yet: say that you want to see it");
        }
    }

    private Object run(Form form) {
        ShellPane shell = open(form).shell();
        int exchanges = LessonHtml.of(kata, stage(form)).exchanges().size();
        boolean isAlone = "true".equals(form.text("alone"));
        long index = form.number("exchange");
        if (index < 0 || index >= exchanges) {
            throw new Refusal(Refusal.CONFLICT, "the lesson has changed: open its page once more");
        }
        return done(() -> {
            if (isAlone) {
                shell.run((int) index);
            } else {
                shell.runUpTo((int) index);
            }
        });
    }

    private Object type(Form form) {
        String text = form.text("text");
        if (text.isBlank() || text.length() > LONGEST) {
            throw new Refusal(Refusal.BAD_REQUEST, "type a line, of 20 000 characters at most");
        }
        return done(() -> open(form).shell().type(text));
    }

    private Object begin(Form form) {
        CodeChoice code =
                "solution".equals(form.text("code")) ? CodeChoice.SOLUTION : CodeChoice.LEARNER;
        return done(() -> open(form).shell().begin(code));
    }

    private static Object done(Runnable step) {
        step.run();
        return Map.of("done", true);
    }
}
