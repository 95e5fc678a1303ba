package kata.lesson;

import kata.picture.Picture;
import kata.stage.KataException;

import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Renders what a lesson has beside ordinary text: sessions, pictures, and the few tags that it may
 * contain.
 */
final class LessonBlocks implements NodeRenderer {

    private static final String SESSION = "jshell";
    private static final String PICTURE = "mermaid";
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern ALLOWED =
            Pattern.compile("(?:</?(?:details|summary|br|kbd)>|[^<>])*");

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final Optional<List<Exchange>> exchanges;

    /**
     * Renders for a context.
     *
     * @param exchanges where the exchanges of sessions are put, if they can be run; else a session
     *     is code like any other
     */
    LessonBlocks(HtmlNodeRendererContext context, Optional<List<Exchange>> exchanges) {
        this.context = context;
        this.html = context.getWriter();
        this.exchanges = exchanges;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FencedCodeBlock.class, HtmlBlock.class, HtmlInline.class);
    }

    @Override
    public void render(Node node) {
        switch (node) {
            case FencedCodeBlock block when isCode(block, SESSION) && exchanges.isPresent() ->
                    renderSession(block, exchanges.get());
            case FencedCodeBlock block when isCode(block, PICTURE) -> renderPicture(block);
            case FencedCodeBlock block -> renderCode(block);
            case HtmlBlock block -> renderTags(block.getLiteral());
            case HtmlInline inline -> renderTags(inline.getLiteral());
            default -> throw new IllegalArgumentException(node + " is not asked for");
        }
    }

    private static boolean isCode(FencedCodeBlock block, String language) {
        return language(block).equals(language);
    }

    private static String language(FencedCodeBlock block) {
        return block.getInfo().split("\\s", 2)[0];
    }

    private void renderSession(FencedCodeBlock block, List<Exchange> all) {
        int first = all.size();
        all.addAll(Exchange.in(block.getLiteral().lines().toList(), Markdown.line(block) + 1));
        html.line();
        html.tag(
                "div",
                Map.of(
                        "class", "session",
                        "data-first", String.valueOf(first),
                        "data-last", String.valueOf(all.size() - 1)));
        html.tag("/div");
        html.line();
    }

    /**
     * A picture that cannot be drawn is shown as its text: a gate finds it, and a lesson goes on.
     */
    private void renderPicture(FencedCodeBlock block) {
        try {
            String svg = Picture.draw(block.getLiteral()).svg();
            html.line();
            html.tag("div", Map.of("class", "picture-frame", "tabindex", "0"));
            html.raw(svg);
            html.tag("/div");
            html.line();
        } catch (KataException notDrawn) {
            renderCode(block);
        }
    }

    private void renderCode(FencedCodeBlock block) {
        html.line();
        html.tag("pre", context.extendAttributes(block, "pre", Map.of("class", "code")));
        html.tag("code", Map.of("data-language", language(block)));
        html.text(block.getLiteral());
        html.tag("/code");
        html.tag("/pre");
        html.line();
    }

    /** Other tags than these are shown as they stand. */
    private void renderTags(String literal) {
        String tags = COMMENT.matcher(literal).replaceAll("");
        if (ALLOWED.matcher(tags).matches()) {
            html.raw(tags);
        } else {
            html.text(tags);
        }
    }
}
