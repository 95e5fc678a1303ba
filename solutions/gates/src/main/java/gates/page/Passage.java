package gates.page;

import kata.lesson.Markdown;

import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A paragraph, a heading, an item of a list, or a table: prose without the code between it.
 *
 * @param text the words without their markup
 * @param linked which characters of the text stand in a link
 * @param bold which characters of the text are bold
 */
record Passage(String text, BitSet linked, BitSet bold) {

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])[\"')]*\\s+");
    private static final Pattern WORD = Pattern.compile("[^\\s|]*[\\p{L}\\p{N}][^\\s|]*");

    /** Returns the prose of blocks, in order, with that of the blocks inside them. */
    static List<Passage> of(List<Node> blocks) {
        return blocks.stream().flatMap(Passage::of).toList();
    }

    /** Returns the words of a picture. */
    static Passage ofLabels(CodeBlock picture) {
        return new Passage(String.join(" ", picture.lines()), new BitSet(), new BitSet());
    }

    private static Stream<Passage> of(Node block) {
        return switch (block) {
            case FencedCodeBlock _, IndentedCodeBlock _ -> Stream.empty();
            case Paragraph _, Heading _ -> Stream.of(read(block));
            case Block _ -> Markdown.children(block).stream().flatMap(Passage::of);
            default -> Stream.empty();
        };
    }

    private static Passage read(Node block) {
        var text = new StringBuilder();
        var passage = new Passage("", new BitSet(), new BitSet());
        Markdown.children(block).forEach(inline -> passage.append(inline, text));
        return new Passage(text.toString(), passage.linked, passage.bold);
    }

    private void append(Node inline, StringBuilder text) {
        int begin = text.length();
        if (inline.getFirstChild() == null) {
            text.append(Markdown.text(inline));
        } else {
            Markdown.children(inline).forEach(child -> append(child, text));
        }
        if (inline instanceof Link) {
            linked.set(begin, text.length());
        }
        if (inline instanceof StrongEmphasis) {
            bold.set(begin, text.length());
        }
    }

    /** Returns how many words there are; what stands in quotes of code counts, too. */
    int words() {
        return words(text);
    }

    /** Returns the number of words of each sentence; a table has no sentences. */
    Stream<Integer> sentences() {
        return text.startsWith("|")
                ? Stream.empty()
                : SENTENCE_END.splitAsStream(text).map(Passage::words).filter(words -> words > 0);
    }

    private static int words(String text) {
        return (int) WORD.matcher(text).results().count();
    }

    /** Returns a pattern that finds a word or a phrase, and its plural, however it is written. */
    static Pattern whole(String phrase) {
        String lower = phrase.toLowerCase(Locale.ROOT);
        String words =
                lower.endsWith("y")
                        ? Pattern.quote(lower.substring(0, lower.length() - 1)) + "(y|ies)"
                        : Pattern.quote(lower) + "(e?s)?";
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}_.-])" + words + "(?![\\p{L}\\p{N}_-])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
