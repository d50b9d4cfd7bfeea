package io.leadloop.messaging;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Closes connections to the database on which nothing has come for too long, from their first moment, and without asking.
 *
 * <p>The driver's own time-outs say goodbye first: its codec turns every close into PostgreSQL's Terminate and waits for the
 * server to hang up. A server that is silent does not, the connection stays half closed, and its place in the pool is lost until
 * the kernel gives up (a quarter of an hour) or for ever. So the limit must stand before the codec, and it must be there
 * while the server is greeted: Netty calls this for every connection that is opened, and those to a port with a limit get one.
 */
public final class SilenceLimit extends ChannelInitializerExtension {
    private static final String EXTENSIONS = "io.netty.bootstrap.extensions";
    private static final Map<Integer, Duration> LIMITS = new ConcurrentHashMap<>();

    /** For connections to this port from now on. Must be called before the first connection of this process. */
    static void set(int port, Duration limit) {
        LIMITS.put(port, limit);
        System.setProperty(EXTENSIONS, "serviceload");
    }

    @Override
    public void postInitializeClientChannel(Channel channel) {
        channel.pipeline().addLast(new Attaching());
    }

    /** Knows the port only once there is a connection. */
    private static final class Attaching extends ChannelInboundHandlerAdapter {
        @Override
        public void channelActive(ChannelHandlerContext context) {
            if (context.channel().remoteAddress() instanceof InetSocketAddress server
                    && LIMITS.get(server.getPort()) instanceof Duration limit) {
                context.pipeline()
                        .addAfter(
                                context.name(),
                                "silence-limit",
                                new ReadTimeoutHandler(limit.toMillis(), TimeUnit.MILLISECONDS));
            }
            context.fireChannelActive();
            context.pipeline().remove(this);
        }
    }
}
