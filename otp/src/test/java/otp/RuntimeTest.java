package otp;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;

/**
 * Marks the tests of a part of the runtime. Each runs in a thread, and therefore in a process, of
 * its own; none can hang the build, and what it waits for is named before; the crashes that it
 * provokes are not printed, and what it leaves is ended.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Timeout(value = 6, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@ExtendWith({QuietLog.class, EndEveryProcess.class})
@interface RuntimeTest {}
