package gates.page;

import kata.lesson.Markdown;

import org.commonmark.node.FencedCodeBlock;

import java.util.List;

/**
 * A fenced block of code.
 *
 * @param info what stands behind the opening fence, such as {@code java}
 * @param lines the code
 * @param firstLine the line of the file that holds the first line of code, from 1
 */
public record CodeBlock(String info, List<String> lines, int firstLine) {

    static CodeBlock of(FencedCodeBlock block) {
        List<String> lines = block.getLiteral().lines().toList();
        return new CodeBlock(block.getInfo(), lines, Markdown.line(block) + 1);
    }

    /** Returns the first word behind the opening fence, or nothing. */
    public String language() {
        return info.split("\\s", 2)[0];
    }

    /** Returns the opening fence's line in the file, from 1. */
    public int fenceLine() {
        return firstLine - 1;
    }
}
