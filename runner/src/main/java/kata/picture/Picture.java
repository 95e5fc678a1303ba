package kata.picture;

/**
 * The pictures of the kata's pages: flowcharts and sequence diagrams in the language of Mermaid,
 * which GitHub draws by itself, and this package elsewhere.
 */
public final class Picture {

    private Picture() {}

    /**
     * Draws a picture.
     *
     * @param source the text of its block
     * @throws kata.stage.KataException if the text has something that cannot be drawn
     */
    public static Drawing draw(String source) {
        SourceLines lines = SourceLines.of(source);
        return switch (lines.header().split("\\s", 2)[0]) {
            case "flowchart" -> GroupLayout.draw(FlowchartReader.read(lines));
            case "sequenceDiagram" -> SequenceLayout.draw(SequenceReader.read(lines));
            default -> throw lines.refused(0, "Draw a flowchart or a sequenceDiagram.");
        };
    }
}
