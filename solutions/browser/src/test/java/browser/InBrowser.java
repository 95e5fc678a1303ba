package browser;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What all tests of the pages have in common: one browser for all classes, as new for each. */
@ExtendWith(InBrowser.Opening.class)
abstract class InBrowser {

    private static Browser browser;

    static Browser browser() {
        return browser;
    }

    /** Starts the browser for the first class; it ends after the last. */
    static final class Opening implements BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            browser = Shared.of(context, Browser.class, Browser::start).asNew();
        }
    }
}
