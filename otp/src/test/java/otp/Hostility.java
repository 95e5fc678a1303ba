package otp;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** What code that is not the runtime's own may do instead of its work. */
enum Hostility {
    THROWS {
        @Override
        int act() {
            throw new IllegalStateException("the session is closed");
        }
    },
    THROWS_ERROR {
        @Override
        int act() {
            throw new AssertionError("not even an exception");
        }
    },
    OVERFLOWS {
        @Override
        int act() {
            return act() + 1;
        }
    },
    RUNS_OUT_OF_MEMORY {
        @Override
        int act() {
            // An array that no heap can hold: the heap of the other tests is not filled.
            List<Object> hoard = new ArrayList<>();
            hoard.add(new long[Integer.MAX_VALUE]);
            return hoard.size();
        }
    },
    BLOCKS {
        @Override
        int act() {
            while (true) {
                Thread.interrupted();
                LockSupport.park();
            }
        }
    };

    /** Never returns. */
    abstract int act();
}
