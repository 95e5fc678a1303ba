package gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gates.page.GlossaryIsWhole;
import gates.page.LinksLeadSomewhere;
import gates.page.PicturesAreDrawn;
import gates.page.Prediction;
import gates.page.WordsAreTheTrades;

import kata.lesson.LessonPage;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the kata promises as a whole. */
class KataTest {

    private static final List<ChapterPromises> PROMISES =
            List.of(
                    new Part1Test(),
                    new Part2Stages1To2Test(),
                    new Part2Stages3To4Test(),
                    new Part2Stages5To7Test(),
                    new Part2Stages8To9Test(),
                    new Part3Stages1To3Test(),
                    new Part3Stages4To5Test(),
                    new Part3Stage6Test(),
                    new Part3Stages7To8Test(),
                    new Lecture5Stages1To4Test(),
                    new Lecture5Stages5To8Test());

    @Test
    void the_links_of_all_pages_lead_somewhere() {
        assumeTrue(Repository.areAllSelected(), "some stages are selected");
        List<Finding> findings = LinksLeadSomewhere.inspect(Repository.KATA);
        assertThat(findings).withFailMessage(() -> Repository.told(findings)).isEmpty();
    }

    @Test
    void the_pages_around_the_stages_use_the_words_of_the_trade() {
        assumeTrue(Repository.areAllSelected(), "some stages are selected");
        Stream<String> chapters =
                Repository.KATA.chapters().stream().map(chapter -> chapter.folder() + "/README.md");
        List<Finding> findings =
                Stream.concat(Stream.of("README.md", "GLOSSARY.md", "WORKSHOP.md"), chapters)
                        .map(Repository.ROOT::resolve)
                        .flatMap(page -> WordsAreTheTrades.inspect(Repository.ROOT, page).stream())
                        .toList();
        assertThat(findings).withFailMessage(() -> Repository.told(findings)).isEmpty();
    }

    @Test
    void every_picture_of_every_page_is_drawn_so_that_it_can_be_read() {
        assumeTrue(Repository.areAllSelected(), "some stages are selected");
        List<Finding> findings = PicturesAreDrawn.inspect(Repository.ROOT);
        assertThat(findings).withFailMessage(() -> Repository.told(findings)).isEmpty();
    }

    @Test
    void no_letter_is_a_good_guess_for_a_prediction() {
        assumeTrue(Repository.areAllSelected(), "some stages are selected");
        Map<String, Long> right =
                Repository.KATA.stages().stream()
                        .flatMap(stage -> Prediction.of(LessonPage.markdown(stage)).stream())
                        .flatMap(prediction -> prediction.right().stream())
                        .collect(
                                Collectors.groupingBy(
                                        Prediction.Answer::letter, Collectors.counting()));
        long all = right.values().stream().mapToLong(Long::longValue).sum();
        assertThat(right)
                .as("how often each letter is the right one; have each be so for a fifth or more")
                .containsOnlyKeys("A", "B", "C")
                .allSatisfy((_, count) -> assertThat(count * 5).isGreaterThanOrEqualTo(all));
    }

    @Test
    void every_row_of_the_glossary_says_what_its_term_means() {
        assumeTrue(Repository.areAllSelected(), "some stages are selected");
        List<Finding> findings = GlossaryIsWhole.inspect(Repository.ROOT);
        assertThat(findings).withFailMessage(() -> Repository.told(findings)).isEmpty();
    }

    @Test
    void the_promises_of_every_stage_are_tested_once() {
        assertThat(Repository.KATA.stages())
                .allSatisfy(stage ->
                        assertThat(PROMISES.stream().filter(promises -> promises.hold(stage)))
                                .as("the classes like Part1Test that hold %s", stage)
                                .hasSize(1));
    }
}
