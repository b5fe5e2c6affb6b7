package org.barnstorm.importing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.barnstorm.platform.Ids;

/** Receives a file, piece by piece: while the network is waited for, no transaction is open. */
@ApplicationScoped
class Upload {
    private static final int CHUNK = 256 * 1024;

    private final ChunkRepository chunks;
    private final ImportConfig config;

    Upload(ChunkRepository chunks, ImportConfig config) {
        this.chunks = chunks;
        this.config = config;
    }

    /**
     * A file that is here.
     *
     * @param digest of its content, so that a repeated request is known
     */
    record Received(UUID id, long bytes, String digest) {}

    /** @param file null when nothing was sent */
    Received receive(InputStream file) {
        var id = Ids.next();
        try {
            return receive(id, file == null ? InputStream.nullInputStream() : file);
        } catch (IOException e) {
            discard(id);
            throw new WebApplicationException(e, 400);
        } catch (RuntimeException e) {
            discard(id);
            throw e;
        }
    }

    private Received receive(UUID id, InputStream file) throws IOException {
        var digest = sha256();
        var text = new Utf8();
        var buffer = new byte[CHUNK];
        var bytes = 0L;
        for (var number = 0; ; number++) {
            var length = file.readNBytes(buffer, 0, CHUNK);
            bytes += length;
            if (bytes > config.mostBytes()) throw new WebApplicationException(413);
            text.take(buffer, length);
            digest.update(buffer, 0, length);
            if (length > 0) keep(id, number, Arrays.copyOf(buffer, length));
            if (length < CHUNK) break;
        }
        text.end();
        return new Received(id, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private void keep(UUID id, int number, byte[] content) {
        QuarkusTransaction.requiringNew().run(() -> chunks.add(id, number, content));
    }

    /** Deletes what has come of a file that is not needed. */
    void discard(UUID id) {
        QuarkusTransaction.requiringNew().run(() -> chunks.delete(id));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
