package bench;

import java.util.Locale;

/** Measures one library with one workload in a process of its own, and prints the figures. */
final class Child {

    private Child() {}

    /**
     * Runs {@code Child <peer> <workload>}; prints a line {@code <figure> <value>} for each figure.
     */
    public static void main(String[] arguments) throws Exception {
        Peer peer = peer(arguments[0]);
        Workload workload = Workload.withId(arguments[1]);
        peer.run(() -> new Measuring(peer, Child::print).run(workload));
        System.exit(0);
    }

    private static Peer peer(String name) {
        return switch (name) {
            case "otp" -> new OtpPeer();
            case "pekko" -> new PekkoPeer();
            case "jox" -> new JoxPeer();
            case "fibry" -> new FibryPeer();
            case "map" -> new MapPeer();
            default -> throw new IllegalArgumentException("no peer is called " + name);
        };
    }

    private static void print(Figure figure, double value) {
        System.out.println(String.format(Locale.ROOT, "%s %.9f", figure.id(), value));
    }
}
