package counter.store;

import otp.Ets;
import otp.EtsAccess;
import otp.EtsName;
import otp.EtsOptions;
import otp.Tuple;

import java.util.List;

/** What each counter was changed by, equal amounts as often as they came. */
public final class Changes {

    static final EtsName<Object, Integer> TABLE = new EtsName<>("counter_changes");

    private Changes() {}

    /** Creates the table, which belongs to the calling process and ends with it. */
    public static void create() {
        Ets.create(TABLE, EtsOptions.duplicateBag().access(EtsAccess.PUBLIC));
    }

    /** Notes that a counter was changed. */
    public static void note(Object name, int amount) {
        Ets.insert(TABLE, Tuple.of((Object) name.toString(), amount));
    }

    /** Returns what a counter was changed by, the oldest change first. */
    public static List<Integer> of(Object name) {
        return Ets.lookup(TABLE, name.toString()).stream().map(Tuple::value).toList();
    }
}
