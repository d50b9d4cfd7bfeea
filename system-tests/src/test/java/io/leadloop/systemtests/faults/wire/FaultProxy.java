package io.leadloop.systemtests.faults.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between clients and one TCP server on this machine and does to their connections what networks do. One virtual
 * thread reads each direction of each connection, so that a swallowed byte is acknowledged by the kernel and lost all the
 * same: only the programs themselves can notice.
 */
public final class FaultProxy implements AutoCloseable {
    private static final int CONNECT_MILLIS = 2_000;

    private final ServerSocket listener;
    private final int serverPort;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final Sky sky = new Sky();

    private FaultProxy(ServerSocket listener, int serverPort) {
        this.listener = listener;
        this.serverPort = serverPort;
    }

    /** Listens on a free port of the loopback address. */
    public static FaultProxy to(int serverPort) {
        try {
            FaultProxy proxy = new FaultProxy(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), serverPort);
            Thread accepting = Thread.ofVirtual().name("proxy to " + serverPort).start(proxy::accept);
            assert accepting.isAlive();
            return proxy;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    public String address() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    /** How many connections stand. */
    public int connections() {
        return links.size();
    }

    /** From now on everything arrives. Connections that have lost bytes stay silent; whose one end has gone are reset. */
    public void pass() {
        sky.change(Weather.CLEAR);
        links.forEach(Link::tellWhoIsLeft);
    }

    /** From now on nothing arrives, and nobody is told. New connections are accepted as silently. */
    public void swallow(Set<Direction> directions) {
        sky.change(Weather.swallowing(directions));
    }

    /** From now on everything waits for {@link #pass()}. */
    public void hold(Set<Direction> directions) {
        sky.change(Weather.holding(directions));
    }

    public void delay(Duration delay) {
        sky.change(Weather.delaying(delay));
    }

    /** From now on new connections are reset. */
    public void refuse() {
        sky.change(Weather.refusing());
    }

    /** Ends every connection with a reset, on both sides. */
    public void reset() {
        List.copyOf(links).forEach(Link::reset);
    }

    /** Ends every connection as if both programs had closed it. */
    public void cut() {
        List.copyOf(links).forEach(Link::close);
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException alreadyClosed) {
            throw new UncheckedIOException(alreadyClosed);
        }
        sky.change(Weather.CLEAR);
        cut();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread linking = Thread.ofVirtual().start(() -> link(client));
                assert linking.isVirtual();
            } catch (IOException closed) {
                // The loop's condition tells whether this was the end.
            }
        }
    }

    private void link(Socket client) {
        if (sky.now().refuses()) {
            Link.reset(client);
            return;
        }
        Socket server = new Socket();
        Link link = new Link(client, server, sky);
        boolean added = links.add(link);
        assert added;
        try {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            if (sky.now().swallows().isEmpty()) {
                server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort), CONNECT_MILLIS);
            }
            link.carry();
        } catch (IOException nobodyThere) {
            link.reset();
        } finally {
            boolean removed = links.remove(link);
            assert removed;
        }
    }
}
