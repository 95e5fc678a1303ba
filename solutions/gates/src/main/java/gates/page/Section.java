package gates.page;

import kata.lesson.Markdown;

import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A heading and all that stands beneath it, up to the next heading of its level or above.
 *
 * @param title the heading's words without their markup
 * @param line the heading's line in the file, from 1
 * @param content the blocks beneath the heading, in order
 */
public record Section(String title, int line, List<Node> content) {

    /** Returns the sections one level below this one's heading, in order. */
    public List<Section> parts(int level) {
        return at(level, content);
    }

    /** Tells whether there is a fenced block of this language. */
    public boolean hasCode(String language) {
        return content.stream().anyMatch(node -> isCode(node, language));
    }

    /** Returns the fenced blocks of a language beneath the heading, in order. */
    public Stream<CodeBlock> codeBlocks(String language) {
        return content(FencedCodeBlock.class)
                .map(CodeBlock::of)
                .filter(block -> block.language().equals(language));
    }

    /** Tells whether a paragraph beneath the heading has these words. */
    public boolean says(String words) {
        return content(Paragraph.class).map(Markdown::text).anyMatch(text -> text.contains(words));
    }

    /** Tells whether a block is a fenced one of this language. */
    public static boolean isCode(Node node, String language) {
        return node instanceof FencedCodeBlock block
                && block.getInfo().split("\\s", 2)[0].equals(language);
    }

    /** Returns the sections of one level among blocks; what stands before the first is left out. */
    static List<Section> at(int level, List<Node> blocks) {
        List<Section> sections = new ArrayList<>();
        List<Node> content = null;
        for (Node block : blocks) {
            if (block instanceof org.commonmark.node.Heading heading
                    && heading.getLevel() <= level) {
                content = new ArrayList<>();
                if (heading.getLevel() == level) {
                    sections.add(
                            new Section(Markdown.text(heading), Markdown.line(heading), content));
                }
            } else if (content != null) {
                content.add(block);
            }
        }
        return sections;
    }

    /** Returns the blocks beneath the heading, but for what is folded, such as answers. */
    List<Node> unfolded() {
        List<Node> unfolded = new ArrayList<>();
        boolean isFolded = false;
        for (Node block : content) {
            if (block instanceof HtmlBlock html) {
                isFolded = html.getLiteral().startsWith("<details>");
            } else if (!isFolded) {
                unfolded.add(block);
            }
        }
        return unfolded;
    }

    /** Returns the blocks of one type beneath the heading, in order. */
    public <T extends Node> Stream<T> content(Class<T> type) {
        return content.stream().filter(type::isInstance).map(type::cast);
    }
}
