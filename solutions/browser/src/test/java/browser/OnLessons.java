package browser;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What all tests of the lessons' pages have in common: one kata that serves them. */
@ExtendWith(OnLessons.Serving.class)
abstract class OnLessons extends InBrowser {

    private static ServedKata kata;

    static ServedKata kata() {
        return kata;
    }

    /** Opens the page of a stage, and waits until its shell can be typed into. */
    static LessonPage open(String stage) {
        return browser().read(kata.address(stage)).ready();
    }

    /** Opens the page of a stage on a shell with the maintainers' code that has just begun. */
    static LessonPage openOnSolution(String stage) {
        kata.post(stage, "/begin", "code", "solution");
        return open(stage);
    }

    /** Starts the kata for the first class; it ends after the last. */
    static final class Serving implements BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            kata = Shared.of(context, ServedKata.class, ServedKata::start);
        }
    }
}
