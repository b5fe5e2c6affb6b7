package org.barnstorm.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A receiver that does what no library would let it do; and a canary, which counts who comes near. */
final class RawReceiver implements AutoCloseable {
    /** What it does with a connection. */
    interface Manners {
        void meet(Socket visitor) throws Exception;
    }

    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger visitors = new AtomicInteger();

    private RawReceiver(Manners manners) throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(() -> receive(manners));
    }

    static RawReceiver that(Manners manners) throws IOException {
        return new RawReceiver(manners);
    }

    /** Nobody is to find it. */
    static RawReceiver canary() throws IOException {
        return new RawReceiver(Socket::close);
    }

    /** Reads the head of a request, and as much of its body as has come with it. */
    static String request(Socket visitor) throws IOException {
        var bytes = new byte[65_536];
        var read = visitor.getInputStream().read(bytes);
        return new String(bytes, 0, Math.max(0, read), java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    int port() {
        return door.getLocalPort();
    }

    int visitors() {
        return visitors.get();
    }

    private void receive(Manners manners) {
        try {
            while (true) {
                var visitor = door.accept();
                visitors.incrementAndGet();
                threads.execute(() -> {
                    try (visitor) {
                        manners.meet(visitor);
                    } catch (Exception gone) {
                        // whoever came has left, or the test is over
                    }
                });
            }
        } catch (IOException closed) {
            threads.shutdownNow();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
