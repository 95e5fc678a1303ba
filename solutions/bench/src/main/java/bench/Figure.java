package bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** What is measured: one row of the table. */
enum Figure {
    CALLS_1("calls, 1 client", Unit.PER_SECOND),
    CALLS_100("calls, 100 clients", Unit.PER_SECOND),
    BETWEEN_CORES("a value to the other core and back", Unit.OF_THE_MACHINE),
    CALLS_10000("calls, 10 000 clients", Unit.PER_SECOND),
    CALLS_40000("calls, 40 000 clients", Unit.PER_SECOND),
    BESIDE_BUSY("a new process runs beside 10 000 busy ones", Unit.SECONDS),
    BESIDE_BUSY_LATEST("the latest of 100 of them", Unit.SECONDS),
    CASTS("casts", Unit.PER_SECOND),
    TRACED_CALLS_1("calls, 1 client, everything traced", Unit.PER_SECOND),
    TRACED_CALLS_100("calls, 100 clients, everything traced", Unit.PER_SECOND),
    TRACED_CASTS("casts, everything traced", Unit.PER_SECOND),
    TRACE_LOST("events lost of 200 000 a second", Unit.COUNT),
    START("start of 100 000 servers, warm", Unit.SECONDS),
    FIRST_START("the first 100 000 in a new process", Unit.SECONDS),
    ADOPTION_4000("4 000 threads become processes", Unit.SECONDS),
    ADOPTION_16000("16 000 threads become processes", Unit.SECONDS),
    BYTES("memory of an idle server", Unit.BYTES),
    TABLE_1("table reads, 1 client", Unit.PER_SECOND),
    TABLE_100("table reads, 100 clients", Unit.PER_SECOND),
    REGISTRY_1("registry lookups, 1 client", Unit.PER_SECOND),
    REGISTRY_100("registry lookups, 100 clients", Unit.PER_SECOND),
    RESTART("killed child answers again", Unit.SECONDS),
    STOP_12500("stop a supervisor of 12 500", Unit.SECONDS),
    STOP_25000("stop a supervisor of 25 000", Unit.SECONDS),
    STOP_50000("stop a supervisor of 50 000", Unit.SECONDS),
    STOP_100000("stop a supervisor of 100 000", Unit.SECONDS),
    CHURN("spawn and kill, a million in rounds", Unit.PER_SECOND),
    LEFT_PROCESSES("processes and names left by them", Unit.COUNT),
    LEFT_THREADS("platform threads left by them", Unit.COUNT),
    LEFT_BYTES("memory left, per process", Unit.BYTES);

    private final String label;
    private final Unit unit;

    Figure(String label, Unit unit) {
        this.label = label;
        this.unit = unit;
    }

    String label() {
        return label;
    }

    Unit unit() {
        return unit;
    }

    /** The figure's name on the command line, in the JSON and between processes. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Figure stopOf(int children) {
        return valueOf("STOP_" + children);
    }

    static Stream<Figure> withId(String id) {
        return Arrays.stream(values()).filter(figure -> figure.id().equals(id));
    }
}
