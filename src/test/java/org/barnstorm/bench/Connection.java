package org.barnstorm.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** One HTTP/1.1 connection that is kept open, with at most one request on its way. */
final class Connection {
    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *(\\d+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE = Pattern.compile("\"/problems/([a-z-]+)\"");
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final int FIRST_REFUSAL = 400;

    /** An answer that has come, or the end of the connection instead of one. */
    record Answered(Generator.Ticket ticket, String outcome) {}

    private final InetSocketAddress server;
    private final Selector selector;
    private SocketChannel channel;
    private ByteBuffer in = ByteBuffer.allocate(32 * 1024);
    private Generator.Ticket ticket;
    private long sentAt;

    Connection(InetSocketAddress server, Selector selector) throws IOException {
        this.server = server;
        this.selector = selector;
        open();
    }

    private void open() throws IOException {
        channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    void send(Generator.Ticket ticket) throws IOException {
        this.ticket = ticket;
        this.sentAt = System.nanoTime();
        var out = ByteBuffer.wrap(ticket.shot().bytes());
        while (out.hasRemaining()) channel.write(out); // one small request on an idle connection always fits
    }

    /** What has come, if it is whole. */
    Answered read() {
        try {
            if (!in.hasRemaining()) in = ByteBuffer.allocate(in.capacity() * 2).put(in.flip());
            if (channel.read(in) < 0) return ended();
            return ticket == null ? null : whole();
        } catch (IOException e) {
            return ended();
        }
    }

    private Answered ended() {
        reopen();
        return ticket == null ? null : done("connection ended");
    }

    private Answered whole() {
        var bytes = in.array();
        var head = endOfHead(bytes, in.position());
        if (head < 0) return null;
        var end = end(bytes, head);
        if (end < 0 || in.position() < end) return null;
        var status = text(bytes, STATUS_AT, STATUS_AT + 3);
        if (Integer.parseInt(status) < FIRST_REFUSAL) return done(status);
        var code = CODE.matcher(text(bytes, head, end));
        return done(code.find() ? status + " " + code.group(1) : status);
    }

    /** Where the body ends; less than 0 if that is not known yet. Chunked JSON holds no line that is a zero. */
    private int end(byte[] bytes, int head) {
        var length = LENGTH.matcher(new String(bytes, 0, head, StandardCharsets.ISO_8859_1));
        if (length.find()) return head + Integer.parseInt(length.group(1));
        var tail = in.position() - LAST_CHUNK.length;
        return Arrays.equals(bytes, tail, in.position(), LAST_CHUNK, 0, LAST_CHUNK.length) ? in.position() : -1;
    }

    private Answered done(String outcome) {
        var answered = new Answered(ticket, outcome);
        ticket = null;
        in.clear();
        return answered;
    }

    private static int endOfHead(byte[] bytes, int length) {
        for (var at = 0; at + END_OF_HEAD.length <= length; at++) {
            if (Arrays.equals(bytes, at, at + END_OF_HEAD.length, END_OF_HEAD, 0, END_OF_HEAD.length)) {
                return at + END_OF_HEAD.length;
            }
        }
        return -1;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** The request that has had no answer since before this moment, given up. */
    Generator.Ticket abandon(long before) {
        if (ticket == null || sentAt > before) return null;
        var abandoned = ticket;
        reopen();
        done("");
        return abandoned;
    }

    private void reopen() {
        try {
            channel.close();
            in.clear();
            open();
        } catch (IOException e) {
            throw new UncheckedIOException("The service takes no more connections", e);
        }
    }

    void close() throws IOException {
        channel.close();
    }
}
