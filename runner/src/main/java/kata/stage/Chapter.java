package kata.stage;

import java.util.List;

/**
 * The stages that rebuild one article.
 *
 * @param title what the chapter builds, in one line
 * @param stages the chapter's stages in walking order, those to come among them
 */
public record Chapter(String folder, String title, List<Stage> stages) {}
