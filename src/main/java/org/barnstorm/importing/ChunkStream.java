package org.barnstorm.importing;

import java.io.InputStream;
import java.util.UUID;

/** A file as it was uploaded, of which one piece at a time is in memory. */
final class ChunkStream extends InputStream {
    private final ChunkRepository chunks;
    private final UUID upload;
    private byte[] chunk = new byte[0];
    private int at;
    private int next;

    ChunkStream(ChunkRepository chunks, UUID upload) {
        this.chunks = chunks;
        this.upload = upload;
    }

    @Override
    public int read() {
        return fill() ? chunk[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (length == 0) return 0;
        if (!fill()) return -1;
        var count = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, buffer, offset, count);
        at += count;
        return count;
    }

    private boolean fill() {
        if (at < chunk.length) return true;
        var found = chunks.read(upload, next);
        if (found.isEmpty()) return false;
        chunk = found.get();
        at = 0;
        next++;
        return chunk.length > 0;
    }
}
