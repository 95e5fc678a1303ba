package kata.lesson;

import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the pages of this kata need of commonmark. */
public final class Markdown {

    private static final Parser PARSER =
            Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();

    private Markdown() {}

    /** Returns the tree of a page, whose nodes know their lines. */
    public static Node parse(String markdown) {
        return PARSER.parse(markdown);
    }

    /** Returns the nodes right below one, in order. */
    public static List<Node> children(Node parent) {
        return Stream.iterate(parent.getFirstChild(), node -> node != null, node -> node.getNext())
                .toList();
    }

    /** Returns the words of a node without their markup. */
    public static String text(Node node) {
        return switch (node) {
            case Text text -> text.getLiteral();
            case Code code -> code.getLiteral();
            case SoftLineBreak _, HardLineBreak _ -> " ";
            default -> children(node).stream().map(Markdown::text).collect(Collectors.joining());
        };
    }

    /** Returns the line on which a node begins, from 1. */
    public static int line(Node node) {
        return node.getSourceSpans().getFirst().getLineIndex() + 1;
    }
}
