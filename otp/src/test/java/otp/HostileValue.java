package otp;

/** A value with methods that never return. */
record HostileValue(Hostility hostility) implements Comparable<HostileValue> {

    @Override
    public String toString() {
        return "text" + hostility.act();
    }

    @Override
    public boolean equals(Object other) {
        return hostility.act() == 0;
    }

    @Override
    public int hashCode() {
        return hostility.act();
    }

    @Override
    public int compareTo(HostileValue other) {
        return hostility.act();
    }
}
