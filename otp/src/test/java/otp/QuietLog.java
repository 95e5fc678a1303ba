package otp;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.util.logging.Logger;

/** Keeps what the runtime logs from the console; {@link CapturedLog} still sees it. */
final class QuietLog implements BeforeAllCallback {

    static final Logger LOGGER = Logger.getLogger("otp");

    @Override
    public void beforeAll(ExtensionContext context) {
        LOGGER.setUseParentHandlers(false);
    }
}
