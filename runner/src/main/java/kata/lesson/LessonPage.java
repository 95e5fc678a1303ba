package kata.lesson;

import kata.stage.KataException;
import kata.stage.Stage;

import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A lesson as a page for a browser; its links lead to where they lead in the lesson. */
public final class LessonPage {

    private static final String HTML =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark">
            <title>%s</title>
            <style>
            body { max-width: 50em; margin: 2em auto; padding: 0 1em }
            body { font-family: sans-serif; line-height: 1.5 }
            pre { overflow: auto; padding: 0.8em; border: 1px solid gray; line-height: 1.3 }
            td, th { border: 1px solid gray; padding: 0.2em 0.6em; text-align: left }
            table { border-collapse: collapse }
            svg.picture { max-width: 100%%; height: auto }
            </style>
            </head>
            <body>
            %s</body>
            </html>
            """;

    private LessonPage() {}

    /**
     * Writes the page of a stage's lesson below {@code .kata/lesson}, and returns where it is.
     *
     * @throws KataException if the lesson cannot be read or the page not be written
     */
    public static Path write(Stage stage) {
        return write(stage, ".html", html(stage));
    }

    /**
     * Writes a text below {@code .kata/lesson} under a stage's path, and returns where it is.
     *
     * @throws KataException if it cannot be written
     */
    static Path write(Stage stage, String ending, String text) {
        Path page = stage.root().resolve(".kata/lesson").resolve(stage.path() + ending);
        try {
            Files.createDirectories(page.getParent());
            return Files.writeString(page, text);
        } catch (IOException failure) {
            throw KataException.notWritten(page, failure);
        }
    }

    /**
     * Returns a stage's lesson as it is written.
     *
     * @throws KataException if it cannot be read
     */
    public static String markdown(Stage stage) {
        try {
            return Files.readString(stage.lesson());
        } catch (IOException failure) {
            throw KataException.notRead(stage.path() + "/README.md", failure);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String html(Stage stage) {
        HtmlRenderer renderer =
                HtmlRenderer.builder()
                        .extensions(LessonHtml.EXTENSIONS)
                        .attributeProviderFactory(_ -> new Attributes(stage.folder()))
                        .nodeRendererFactory(context -> new LessonBlocks(context, Optional.empty()))
                        .build();
        return HTML.formatted(
                escaped(stage.title()), renderer.render(LessonHtml.PARSER.parse(markdown(stage))));
    }

    /** The page stands elsewhere than the lesson, and its headings are to have GitHub's anchors. */
    private static final class Attributes implements AttributeProvider {

        private final Path folder;
        private final Anchors anchors = new Anchors();

        Attributes(Path folder) {
            this.folder = folder;
        }

        @Override
        public void setAttributes(Node node, String tag, Map<String, String> attributes) {
            if (node instanceof org.commonmark.node.Heading) {
                attributes.put("id", anchors.next(Markdown.text(node)));
            }
            attributes.computeIfPresent("href", (_, address) -> absolute(address));
            attributes.computeIfPresent("src", (_, address) -> absolute(address));
        }

        private String absolute(String address) {
            return address.startsWith("#") || address.matches("[a-z]+:.*")
                    ? address
                    : folder.toUri().resolve(address).toString();
        }
    }
}
