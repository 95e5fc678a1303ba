package gates.session;

import gates.page.CodeBlock;
import gates.page.Lesson;

import kata.lesson.Exchange;

import java.util.List;
import java.util.stream.Stream;

/**
 * The one jshell session that a lesson's {@code jshell} blocks show together.
 *
 * @param exchanges what is typed and what is shown for it, in order
 */
public record Session(List<Exchange> exchanges) {

    public static final String LANGUAGE = "jshell";

    /** Returns the session that a lesson shows; one that shows none has no exchanges. */
    static Session of(Lesson lesson) {
        return of(lesson.codeBlocks(LANGUAGE));
    }

    /** Returns the session that some blocks show. */
    static Session of(Stream<CodeBlock> blocks) {
        return new Session(
                blocks.flatMap(block -> Exchange.in(block.lines(), block.firstLine()).stream())
                        .toList());
    }

    /** Returns the lines to type, in order. */
    List<String> typed() {
        return exchanges.stream().flatMap(Exchange::typed).toList();
    }
}
