package io.leadloop.deploy.process;

import io.leadloop.deploy.LauncherException;
import io.leadloop.deploy.settings.Setting;
import io.leadloop.deploy.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collection;
import java.util.List;

/** Finds out before anything starts whether its port is free, and says which setting moves it. */
public final class Ports {
    private Ports() {}

    public static void requireFree(Collection<Setting> ports, Settings settings) {
        List<String> taken = ports.stream()
                .filter(port -> isTaken(settings.port(port)))
                .map(port ->
                        "Port %d (%s) is taken by another program. Stop it, or set %s in leadloop.properties or %s."
                                .formatted(settings.port(port), port.meaning(), port.key(), port.environmentVariable()))
                .toList();
        if (!taken.isEmpty()) {
            throw new LauncherException(String.join("\n", taken));
        }
    }

    /** Both ways: some systems let a second program bind where another listens on all addresses. */
    static boolean isTaken(int port) {
        return answers(port) || !canBind(port);
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException nobodyThere) {
            return false;
        }
    }

    private static boolean canBind(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
