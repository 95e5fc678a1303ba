package gates.page;

import gates.Finding;

import kata.picture.Drawing;
import kata.picture.Picture;
import kata.stage.KataException;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Draws every picture of every page, and looks for what could not be read in it. */
public final class PicturesAreDrawn {

    private PicturesAreDrawn() {}

    /** Returns the pictures that cannot be drawn, and the places where drawings are not clear. */
    public static List<Finding> inspect(Path root) {
        return Pages.below(root).stream()
                .flatMap(page ->
                        page.codeBlocks("mermaid")
                                .flatMap(picture -> findings(root, page, picture)))
                .toList();
    }

    private static Stream<Finding> findings(Path root, Lesson page, CodeBlock picture) {
        String where = PageLocation.name(root, page.file()) + ":" + picture.firstLine();
        try {
            Drawing drawing = Picture.draw(String.join("\n", picture.lines()));
            return DrawingFlaws.of(drawing)
                    .map(flaw ->
                            new Finding(
                                    where,
                                    flaw,
                                    "Use fewer or shorter words, name nodes and edges in another"
                                            + " order, or correct kata.picture."));
        } catch (KataException refusal) {
            return Stream.of(
                    new Finding(
                            where,
                            refusal.getMessage(),
                            "Draw it in another way, or have kata.picture draw this as well."));
        }
    }
}
