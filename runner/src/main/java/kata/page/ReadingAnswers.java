package kata.page;

import kata.files.SourceDiff;
import kata.lesson.GlossaryTerm;
import kata.lesson.Hints;
import kata.lesson.LessonHtml;
import kata.lesson.LessonPage;
import kata.lesson.LessonSearch;
import kata.lesson.Prediction;
import kata.progress.PredictedAnswers;
import kata.progress.ProgressReport;
import kata.progress.SeenHints;
import kata.progress.SolvedStages;
import kata.stage.Kata;
import kata.stage.KataException;
import kata.stage.Stage;
import kata.stage.Task;
import kata.starter.TaskSolution;

import web.Form;
import web.Refusal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Answers pages that read: lessons, hints, the map, the glossary, and in the end the reference. */
final class ReadingAnswers {

    private final Kata kata;
    private final SolvedStages solved;
    private Optional<LessonSearch> search = Optional.empty();

    ReadingAnswers(Context context) {
        this.kata = context.kata();
        this.solved = context.solved();
    }

    /** Returns the text of a lesson, its exchanges, and what stands before and behind it. */
    Object lesson(Stage stage, LessonHtml html) {
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
        lesson.put("predicted", predicted(stage));
        lesson.put("before", place == 0 ? null : pointer(all.get(place - 1)));
        lesson.put("next", place + 1 == all.size() ? null : pointer(all.get(place + 1)));
        return lesson;
    }

    /** Returns the letters that were chosen, question by question; an empty one where none was. */
    private static List<String> predicted(Stage stage) {
        var memory = new PredictedAnswers(stage.root());
        int questions = Prediction.of(LessonPage.markdown(stage)).size();
        return IntStream.rangeClosed(1, questions)
                .mapToObj(question -> memory.letter(stage, question).orElse(""))
                .toList();
    }

    /** Remembers the first answer to a question of the lesson. */
    Object predict(Stage stage, Form form) {
        List<Prediction> questions = Prediction.of(LessonPage.markdown(stage));
        long number = form.number("question");
        boolean isAsked =
                number >= 1
                        && number <= questions.size()
                        && questions.get((int) number - 1).letters().contains(form.text("letter"));
        if (!isAsked) {
            throw new Refusal(Refusal.NOT_FOUND, "the lesson asks no such question");
        }
        new PredictedAnswers(stage.root()).remember(stage, (int) number, form.text("letter"));
        return Map.of("done", true);
    }

    private static Map<String, String> pointer(Stage stage) {
        return Map.of("stage", stage.path(), "title", stage.title());
    }

    /** Returns all stages, and how they stand. */
    Object map() {
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
                                                        .toList()))
                        .toList();
        return Map.of("chapters", chapters, "solved", report.solved(), "total", report.total());
    }

    /** Returns the terms of the glossary. */
    Object glossary() {
        return Map.of(
                "terms",
                GlossaryTerm.all(kata).stream()
                        .map(term -> term.with(text -> html(kata.root(), text)))
                        .toList());
    }

    private String html(Path folder, String markdown) {
        return LessonHtml.of(kata, folder, markdown).html();
    }

    /** Returns where words are found. */
    Object search(String words) {
        return Map.of("found", search().find(words));
    }

    private synchronized LessonSearch search() {
        if (search.isEmpty()) {
            search = Optional.of(LessonSearch.of(kata));
        }
        return search.get();
    }

    /** Returns the hints that were seen, task by task. */
    Object hints(Stage stage) {
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
                                                "html", html(stage.folder(), hint.text())))
                                .toList());
    }

    /**
     * Shows the hint of a number for a task, or else the next one, and returns those that were
     * seen.
     */
    Object hint(Stage stage, Form form) {
        Task task =
                stage.task((int) form.number("task"))
                        .orElseThrow(
                                () -> new Refusal(Refusal.NOT_FOUND, "the stage has no such task"));
        var memory = new SeenHints(stage.root());
        int before = memory.count(stage, task);
        int next = Math.min(before + 1, Hints.of(stage, task).size());
        int seen = Math.clamp(form.number("hint", next), before, Math.max(before, next));
        // The hint is what was asked for.
        KataException.problemOf(() -> memory.remember(stage, task, seen));
        return hints(stage, task, seen);
    }

    /** Returns how to get from the learner's code to the reference. */
    Object diff(Stage stage, Form form) {
        refuseSpoiler(stage, form);
        return Map.of("lines", SourceDiff.toReference(stage));
    }

    /** Returns how the reference solves the tasks. */
    Object solution(Stage stage, Form form) {
        refuseSpoiler(stage, form);
        return Map.of("solutions", TaskSolution.of(stage));
    }

    private void refuseSpoiler(Stage stage, Form form) {
        if (!"true".equals(form.text("sure")) && !solved.isKnown(stage)) {
            throw new Refusal(
                    Refusal.CONFLICT, "the stage is not solved yet: say that you want to see it");
        }
    }
}
