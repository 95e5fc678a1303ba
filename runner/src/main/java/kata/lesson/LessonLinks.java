package kata.lesson;

import kata.stage.Kata;
import kata.stage.SourceFile;

import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;

import java.nio.file.Path;
import java.util.Map;

/**
 * Gives headings their anchors, and links the attributes by which the page of the lessons knows
 * where they lead: {@code data-stage} and {@code data-at}, or {@code data-file}. A link to its own
 * hints has {@code data-hints}, since they are read one at a time.
 */
final class LessonLinks implements AttributeProvider {

    private static final String LESSON = "README.md";
    private static final String HINTS = "HINTS.md";

    private final Kata kata;
    private final Path folder;
    private final Anchors anchors = new Anchors();

    LessonLinks(Kata kata, Path folder) {
        this.kata = kata;
        this.folder = folder;
    }

    @Override
    public void setAttributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Heading) {
            attributes.put("id", "at-" + anchors.next(Markdown.text(node)));
        }
        String address = attributes.get("href");
        if (address == null) {
            return;
        }
        if (address.matches("[a-z]+:.*")) {
            attributes.put("target", "_blank");
            attributes.put("rel", "noopener noreferrer");
        } else {
            lead(address, attributes);
        }
    }

    private void lead(String address, Map<String, String> attributes) {
        int hash = address.indexOf('#');
        String path = hash < 0 ? address : address.substring(0, hash);
        attributes.put("href", "#");
        if (hash >= 0) {
            attributes.put("data-at", address.substring(hash + 1));
        }
        if (path.isEmpty()) {
            return;
        }
        Path root = kata.root().toAbsolutePath().normalize();
        Path file = folder.toAbsolutePath().resolve(path).normalize();
        if (!file.startsWith(root)) {
            return;
        }
        if (file.equals(folder.toAbsolutePath().resolve(HINTS).normalize())) {
            attributes.put("data-hints", "");
            return;
        }
        String below = SourceFile.slashes(root.relativize(file));
        String stage = below.replaceFirst("/" + LESSON + "$|/$", "");
        boolean isStage = kata.stages().stream().anyMatch(known -> known.path().equals(stage));
        attributes.put(isStage ? "data-stage" : "data-file", isStage ? stage : below);
    }
}
