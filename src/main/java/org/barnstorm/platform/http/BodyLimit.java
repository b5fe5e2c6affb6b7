package org.barnstorm.platform.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Holds JSON bodies to 256 KiB, announced or chunked, and others that are read as a whole to 8 MiB. Only who takes a stream,
 * piece by piece, may use the server's larger limit.
 */
@Provider
class BodyLimit implements ReaderInterceptor {
    private static final long LARGEST = 256 * 1024;
    private static final long LARGEST_FILE = 8 * 1024 * 1024;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (context.getMediaType().getSubtype().endsWith("json")) {
            context.setInputStream(new Limited(context.getInputStream(), LARGEST));
        } else if (context.getType() != InputStream.class) {
            context.setInputStream(new Limited(context.getInputStream(), LARGEST_FILE));
        }
        return context.proceed();
    }

    private static final class Limited extends FilterInputStream {
        private final long most;
        private long read;

        Limited(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            var value = super.read();
            if (value >= 0) count(1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var count = super.read(buffer, offset, length);
            if (count > 0) count(count);
            return count;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > most) throw new WebApplicationException(413);
        }
    }
}
