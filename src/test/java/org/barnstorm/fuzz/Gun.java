package org.barnstorm.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Sends a request as it is written. A client library would mend most of what is wrong with these, or refuse to send it. */
final class Gun {
    private static final int HANGING_MILLIS = 60_000;
    private static final String END_OF_LINE = "\r\n";

    private final int port;
    private final String base;

    Gun(int port, String base) {
        this.port = port;
        this.base = base;
    }

    /** On a connection of its own, which ends with it. */
    Reply fire(Shot shot) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(HANGING_MILLIS);
            try {
                socket.getOutputStream().write(bytes(shot));
                socket.getOutputStream().flush();
            } catch (SocketException e) {
                // Refused before all of it was sent; the answer is there all the same.
            }
            return read(new BufferedInputStream(socket.getInputStream()), shot.method());
        } catch (SocketException | SocketTimeoutException e) {
            return Reply.NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(shot.toString(), e);
        }
    }

    private byte[] bytes(Shot shot) throws IOException {
        var head = new StringBuilder()
                .append(shot.method())
                .append(' ')
                .append(base)
                .append(shot.target())
                .append(" HTTP/1.1")
                .append(END_OF_LINE);
        if (shot.header("Host").isEmpty())
            head.append("Host: localhost:").append(port).append(END_OF_LINE);
        shot.headers().forEach(header -> head.append(header.getKey())
                .append(": ")
                .append(header.getValue())
                .append(END_OF_LINE));
        if (shot.body().length > 0)
            head.append("Content-Length: ").append(shot.body().length).append(END_OF_LINE);
        head.append("Connection: close").append(END_OF_LINE).append(END_OF_LINE);
        var out = new ByteArrayOutputStream();
        out.write(head.toString().getBytes(StandardCharsets.UTF_8));
        out.write(shot.body());
        return out.toByteArray();
    }

    private static Reply read(InputStream in, String method) throws IOException {
        var first = line(in);
        while (first.contains(" 100 ")) { // go on, says the service, to an Expect
            headers(in);
            first = line(in);
        }
        var parts = first.split(" ");
        if (parts.length < 2) return Reply.NONE;
        var headers = headers(in);
        var status = Integer.parseInt(parts[1]);
        // A body without an end is for those who follow it.
        var endless = headers.getOrDefault("content-type", List.of()).toString().contains("event-stream");
        if (method.equals("HEAD") || endless) return new Reply(status, headers, new byte[0]);
        return new Reply(status, headers, body(in, headers));
    }

    private static Map<String, List<String>> headers(InputStream in) throws IOException {
        var headers = new LinkedHashMap<String, List<String>>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var colon = line.indexOf(':');
            if (colon < 0) continue;
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).trim());
        }
        return headers;
    }

    private static byte[] body(InputStream in, Map<String, List<String>> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", List.of()).contains("chunked")) return chunks(in);
        var length = headers.get("content-length");
        return length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length.get(0)));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        for (var size = size(in); size > 0; size = size(in)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        return body.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        var line = line(in);
        return line.isEmpty() ? 0 : Integer.parseInt(line.split(";")[0].trim(), 16);
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
