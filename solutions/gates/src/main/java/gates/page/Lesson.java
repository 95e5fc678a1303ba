package gates.page;

import kata.stage.KataException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A page of the kata, as Markdown: a stage's lesson, its hints, or any other page.
 *
 * @param file where the page stands
 * @param headings the headings of every level, in order
 * @param codeBlocks the fenced code blocks, in order
 * @param links the links and images, in order
 * @param sections the second-level sections, in order
 */
public record Lesson(
        Path file,
        List<Heading> headings,
        List<CodeBlock> codeBlocks,
        List<Link> links,
        List<Section> sections) {

    /**
     * Reads a page from a file.
     *
     * @throws KataException if there is no such file, or it cannot be read
     */
    public static Lesson read(Path file) {
        try {
            return parse(file, Files.readString(file));
        } catch (NoSuchFileException missing) {
            throw new KataException("There is no file %s; write it.".formatted(file), missing);
        } catch (IOException failure) {
            throw new KataException(
                    "%s cannot be read; make it readable as UTF-8 text.".formatted(file), failure);
        }
    }

    /** Returns the page that a text makes; the file is only where it says that it stands. */
    public static Lesson parse(Path file, String markdown) {
        return MarkdownReader.read(file, markdown);
    }

    /** Returns the text of the first first-level heading. */
    public Optional<String> title() {
        return headings.stream()
                .filter(heading -> heading.level() == 1)
                .map(Heading::text)
                .findFirst();
    }

    /** Tells whether a link of the form {@code #anchor} leads to a heading of this page. */
    public boolean hasAnchor(String anchor) {
        return headings.stream().anyMatch(heading -> heading.anchor().equals(anchor));
    }

    /** Returns the code blocks in a language, in order. */
    public Stream<CodeBlock> codeBlocks(String language) {
        return codeBlocks.stream().filter(block -> block.language().equals(language));
    }

    /** Returns the first second-level section with this heading. */
    public Optional<Section> section(String title) {
        return sections.stream().filter(section -> section.title().equals(title)).findFirst();
    }
}
