package counter.store;

import otp.Ets;
import otp.EtsName;
import otp.EtsOptions;
import otp.EtsPattern;
import otp.Tuple;

import java.util.List;

/** The labels of the counters: any number each, none twice. Only their owner writes them. */
public final class Labels {

    static final EtsName<Object, String> TABLE = new EtsName<>("counter_labels");

    private Labels() {}

    /** Creates the table, which belongs to the calling process and ends with it. */
    public static void create() {
        Ets.create(TABLE, EtsOptions.bag());
    }

    /** Gives a counter one more label, unless it has it. Only for the owner of the table. */
    public static void add(Object name, String label) {
        Ets.matchDelete(TABLE, Tuple.of(EtsPattern.ANY, label));
        Ets.insert(TABLE, Tuple.of(name, label));
    }

    /** Returns the labels of a counter, the oldest first. */
    public static List<String> of(Object name) {
        return Ets.lookup(TABLE, name).stream().map(Tuple::value).toList();
    }
}
