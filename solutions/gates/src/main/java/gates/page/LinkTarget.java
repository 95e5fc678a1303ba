package gates.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the links of a repository lead to.
 *
 * @param root the repository's folder, to which links that begin with a slash are relative
 */
record LinkTarget(Path root) {

    /** Returns why a link of a page leads nowhere, unless it leads somewhere. */
    Optional<String> problem(Lesson page, String destination) {
        if (destination.isBlank()) {
            return Optional.of("it is empty");
        }
        try {
            URI link = new URI(destination.replace(" ", "%20"));
            return link.isAbsolute() ? remoteProblem(link) : localProblem(page, link);
        } catch (URISyntaxException malformed) {
            return Optional.of("it is no address (%s)".formatted(malformed.getReason()));
        }
    }

    private static Optional<String> remoteProblem(URI link) {
        if (!link.getScheme().equals("https")) {
            return Optional.of("addresses in the network begin with https");
        }
        return link.getHost() == null ? Optional.of("it names no host") : Optional.empty();
    }

    private Optional<String> localProblem(Lesson page, URI link) {
        Path target = target(page, link.getPath());
        if (!Files.exists(target)) {
            return Optional.of("there is no such file or folder");
        }
        return link.getFragment() == null
                ? Optional.empty()
                : anchorProblem(page, target, link.getFragment());
    }

    private Path target(Lesson page, String path) {
        if (path.isEmpty()) {
            return page.file();
        }
        return path.startsWith("/")
                ? root.resolve(path.substring(1))
                : page.file().resolveSibling(path).normalize();
    }

    private static Optional<String> anchorProblem(Lesson page, Path target, String anchor) {
        if (!target.toString().endsWith(".md")) {
            return Optional.of("only headings of Markdown pages can be named behind `#`");
        }
        Lesson leadsTo = target.equals(page.file()) ? page : Lesson.read(target);
        return leadsTo.hasAnchor(anchor)
                ? Optional.empty()
                : Optional.of("the page has no heading `#%s`".formatted(anchor));
    }
}
