package kata.stage;

import java.nio.file.Path;
import java.util.List;

/**
 * A solution that is written otherwise than the reference and as right, kept to prove that the
 * tests ask for no more than the lesson does.
 *
 * @param name the name of its folder, which says what is different
 * @param folder the folder that holds its files
 * @param title what is different, in one sentence
 * @param sources the files that differ from the reference's, or that the reference does not have
 */
public record RightSolution(String name, Path folder, String title, List<SourceFile> sources) {}
