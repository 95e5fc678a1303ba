package kata.lesson;

import kata.stage.Kata;
import kata.stage.Stage;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A page of the kata as a part of another page.
 *
 * @param html its text; where a session stands, an element of the class {@code session} says which
 *     of the exchanges it shows
 * @param exchanges what is typed and printed in its sessions, in order
 */
public record LessonHtml(String html, List<Exchange> exchanges) {

    static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    static final Parser PARSER =
            Parser.builder()
                    .extensions(EXTENSIONS)
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                    .build();

    /**
     * Returns the lesson of a stage.
     *
     * @throws kata.stage.KataException if it cannot be read
     */
    public static LessonHtml of(Kata kata, Stage stage) {
        return of(kata, stage.folder(), LessonPage.markdown(stage));
    }

    /**
     * Returns a text.
     *
     * @param folder where its links begin
     */
    public static LessonHtml of(Kata kata, Path folder, String markdown) {
        List<Exchange> exchanges = new ArrayList<>();
        HtmlRenderer renderer =
                HtmlRenderer.builder()
                        .extensions(EXTENSIONS)
                        .sanitizeUrls(true)
                        .attributeProviderFactory(_ -> new LessonLinks(kata, folder))
                        .nodeRendererFactory(
                                context -> new LessonBlocks(context, Optional.of(exchanges)))
                        .build();
        String html = renderer.render(PARSER.parse(markdown));
        return new LessonHtml(html, List.copyOf(exchanges));
    }
}
