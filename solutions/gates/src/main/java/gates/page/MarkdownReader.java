package gates.page;

import kata.lesson.Anchors;
import kata.lesson.Markdown;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Node;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Collects from a page what the gates ask about. */
final class MarkdownReader extends AbstractVisitor {

    private final Anchors anchors = new Anchors();
    private final List<Heading> headings = new ArrayList<>();
    private final List<CodeBlock> codeBlocks = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    private MarkdownReader() {}

    static Lesson read(Path file, String markdown) {
        Node document = Markdown.parse(markdown);
        var reader = new MarkdownReader();
        document.accept(reader);
        return new Lesson(
                file,
                List.copyOf(reader.headings),
                List.copyOf(reader.codeBlocks),
                List.copyOf(reader.links),
                Section.at(2, Markdown.children(document)));
    }

    @Override
    public void visit(org.commonmark.node.Heading heading) {
        String text = Markdown.text(heading);
        headings.add(
                new Heading(heading.getLevel(), text, anchors.next(text), Markdown.line(heading)));
        visitChildren(heading);
    }

    @Override
    public void visit(FencedCodeBlock block) {
        codeBlocks.add(CodeBlock.of(block));
    }

    @Override
    public void visit(org.commonmark.node.Link link) {
        links.add(new Link(link.getDestination(), Markdown.line(link)));
        visitChildren(link);
    }

    @Override
    public void visit(Image image) {
        links.add(new Link(image.getDestination(), Markdown.line(image)));
        visitChildren(image);
    }
}
