package kata.stage;

import java.nio.file.Path;
import java.util.List;

/**
 * A mistake that learners make, kept to prove that a test catches it.
 *
 * @param name the name of its folder, which says what is wrong
 * @param folder the folder that holds its files
 * @param title the mistake, in one sentence
 * @param caughtBy the tests that must fail on it, such as {@code TodoCacheTest.same_name_same_pid}
 * @param reread the anchor of the lesson's heading to read again after this mistake
 * @param mayTimeOut whether the mistake shows in that nothing ever answers
 * @param sources the files that differ from the solution's
 */
public record WrongSolution(
        String name,
        Path folder,
        String title,
        List<String> caughtBy,
        String reread,
        boolean mayTimeOut,
        List<SourceFile> sources) {}
