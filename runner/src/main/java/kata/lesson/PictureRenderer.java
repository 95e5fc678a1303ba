package kata.lesson;

import kata.picture.Picture;

import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.CoreHtmlNodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

import java.util.Set;

/** Draws the pictures of a page; all other blocks of code stay as they are. */
public final class PictureRenderer implements NodeRenderer {

    private static final String LANGUAGE = "mermaid";

    private final HtmlNodeRendererContext context;
    private final NodeRenderer others;

    /** Creates a renderer, as {@code HtmlRenderer.Builder.nodeRendererFactory} asks for it. */
    public PictureRenderer(HtmlNodeRendererContext context) {
        this.context = context;
        this.others = new CoreHtmlNodeRenderer(context);
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FencedCodeBlock.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof FencedCodeBlock block && block.getInfo().equals(LANGUAGE)) {
            context.getWriter().line();
            context.getWriter().raw(Picture.draw(block.getLiteral()).svg());
        } else {
            others.render(node);
        }
    }
}
