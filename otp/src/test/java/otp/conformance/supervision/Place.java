package otp.conformance.supervision;

import otp.conformance.Group;

/**
 * Where a process stands in the tree of a scenario.
 *
 * @param path the ids from the root down to it, joined by dots
 * @param reference the path and the number of this start
 * @param above the place of the supervisor
 */
record Place(String path, String reference, Above above) {

    /** Where the children of a supervisor stand. */
    Above below(boolean ordered) {
        return new Above(path + ".", new Group(reference, ordered));
    }

    /**
     * What the children of one supervisor have in common.
     *
     * @param prefix what their paths begin with
     * @param group the group of their events
     */
    record Above(String prefix, Group group) {

        static final Above ROOT = new Above("", new Group("", true));
    }
}
