package gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gates.page.LinksLeadSomewhere;

import kata.stage.Chapter;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

/** What the kata promises as a whole. */
class KataTest {

    private static final List<ChapterPromises> CHAPTERS =
            List.of(new Part1Test(), new Part2Test(), new Part3Test(), new Lecture5Test());

    @Test
    void the_links_of_all_pages_lead_somewhere() {
        assumeTrue(Repository.areAllSelected(), "some stages are selected");
        List<Finding> findings = LinksLeadSomewhere.inspect(Repository.KATA);
        assertThat(findings).withFailMessage(() -> Repository.told(findings)).isEmpty();
    }

    @Test
    void every_chapter_has_its_class_of_promises() {
        Stream<String> chapters = Repository.KATA.chapters().stream().map(Chapter::folder);
        assertThat(CHAPTERS)
                .as("the chapters of stages.yaml, each with a class like Part1Test")
                .extracting(ChapterPromises::chapter)
                .containsExactlyElementsOf(chapters.toList());
    }
}
