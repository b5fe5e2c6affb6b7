package org.barnstorm.chaos.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.barnstorm.chaos.client.Reply.Fate;

/**
 * A kept-alive HTTP/1.1 connection to one replica, for one request at a time. Plain sockets: the clients share two cores
 * with the servers, and they must tell "never sent" from "perhaps done", which HTTP libraries hide behind retries.
 */
final class Wire implements Closeable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int replica;
    private final InetSocketAddress address;
    private final int timeoutMillis;
    private Socket socket;
    private InputStream in;

    Wire(int replica, int port, int timeoutMillis) {
        this.replica = replica;
        this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.timeoutMillis = timeoutMillis;
    }

    static byte[] json(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Sends it once and reads the whole answer. */
    Reply send(Call call, String token) {
        var began = System.nanoTime();
        try {
            if (socket == null) connect();
        } catch (IOException e) {
            close();
            return Reply.without(Fate.NOT_SENT, replica, began);
        }
        try {
            socket.getOutputStream().write(request(call, token));
            return answer(began);
        } catch (SocketTimeoutException e) {
            close();
            return Reply.without(Fate.HUNG, replica, began);
        } catch (IOException e) {
            close();
            return Reply.without(Fate.BROKEN, replica, began);
        }
    }

    private void connect() throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(timeoutMillis);
        socket.connect(address, timeoutMillis);
        in = new BufferedInputStream(socket.getInputStream(), 4096);
    }

    private byte[] request(Call call, String token) {
        var head = new StringBuilder(1200)
                .append(call.method())
                .append(" /api/v1")
                .append(call.path())
                .append(" HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ")
                .append(token)
                .append("\r\n");
        if (call.key() != null)
            head.append("Idempotency-Key: ").append(call.key()).append("\r\n");
        var body = call.body() == null ? new byte[0] : call.body();
        if (call.body() != null) head.append("Content-Type: application/json\r\n");
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        var start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
        var all = java.util.Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }

    private Reply answer(long began) throws IOException {
        var status = Integer.parseInt(line().split(" ")[1]);
        var length = 0;
        var retryAfter = -1;
        var type = "";
        var chunked = false;
        var last = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var colon = header.indexOf(':');
            var value = header.substring(colon + 1).strip();
            switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(value);
                case "content-type" -> type = value;
                case "retry-after" -> retryAfter = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
                case "connection" -> last = value.equalsIgnoreCase("close");
                default -> {} // nothing that a client needs
            }
        }
        var body = chunked ? chunks() : exactly(length);
        if (last) close();
        return new Reply(Fate.ANSWERED, status, type, retryAfter, tree(body), replica, began, System.nanoTime());
    }

    private static JsonNode tree(byte[] body) throws IOException {
        return body.length == 0 ? JSON.missingNode() : JSON.readTree(body);
    }

    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream();
        for (var size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            all.write(exactly(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) throw new EOFException("half a body");
        return bytes;
    }

    private String line() throws IOException {
        var text = new StringBuilder();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) throw new EOFException("half an answer");
            if (next != '\r') text.append((char) next);
        }
        return text.toString();
    }

    @Override
    public void close() {
        try {
            if (socket != null) socket.close();
        } catch (IOException e) {
            // It is gone either way.
        }
        socket = null;
    }
}
