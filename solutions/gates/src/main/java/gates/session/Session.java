package gates.session;

import gates.page.CodeBlock;
import gates.page.Lesson;

import kata.lesson.Exchange;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one jshell session that a lesson's {@code jshell} blocks show together.
 *
 * @param exchanges what is typed and what is shown for it, in order
 */
public record Session(List<Exchange> exchanges) {

    public static final String LANGUAGE = "jshell";

    /** Returns the session that a lesson shows; one that shows none has no exchanges. */
    public static Session of(Lesson lesson) {
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

    /** Returns the lines to type before a line of the lesson, in order. */
    public List<String> typedBefore(int line) {
        return exchanges.stream()
                .filter(exchange -> exchange.firstLine() < line)
                .flatMap(Exchange::typed)
                .toList();
    }

    /** Returns the line of the lesson on which a text is first typed, if it is. */
    public Optional<Integer> lineOf(String text) {
        return exchanges.stream()
                .filter(exchange -> exchange.typed().findFirst().filter(text::equals).isPresent())
                .map(Exchange::firstLine)
                .findFirst();
    }
}
