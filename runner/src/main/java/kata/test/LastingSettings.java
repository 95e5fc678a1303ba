package kata.test;

import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.security.Provider;
import java.security.Security;
import java.util.List;

import javax.management.MBeanServerFactory;

/**
 * What code can set for the whole process, and nobody can restore. A process in which it has
 * changed is for no other code.
 */
public record LastingSettings(List<Provider> securityProviders, List<Integer> managedBeans) {

    /** Java takes each of these once, and refuses the next one; one that is null is none. */
    @SuppressWarnings("deprecation")
    private static final List<Setter> ONCE =
            List.of(
                    () -> URL.setURLStreamHandlerFactory(null),
                    () -> URLConnection.setContentHandlerFactory(null),
                    () -> Socket.setSocketImplFactory(null),
                    () -> ServerSocket.setSocketFactory(null),
                    () -> DatagramSocket.setDatagramSocketImplFactory(null));

    /** Sets something, or is refused. */
    @FunctionalInterface
    private interface Setter {

        void set() throws Exception;
    }

    /** Looks what is set now. */
    public static LastingSettings now() {
        return new LastingSettings(
                List.of(Security.getProviders()),
                MBeanServerFactory.findMBeanServer(null).stream()
                        .map(server -> server.getMBeanCount())
                        .toList());
    }

    /** Tells whether anything is set that was not. */
    public boolean haveChanged() {
        return !equals(now()) || ONCE.stream().anyMatch(LastingSettings::isTaken);
    }

    private static boolean isTaken(Setter setter) {
        try {
            setter.set();
            return false;
        } catch (Exception | Error refused) {
            return true;
        }
    }
}
