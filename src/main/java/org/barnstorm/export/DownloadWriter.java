package org.barnstorm.export;

import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.providers.serialisers.StreamingOutputMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Leaves files to the writer of streams, which resets the connection if something fails after the first byte. Without one for
 * their own class, Jackson would think that a file of JSON lines is its own.
 */
@Provider
@Produces({Format.TEXT_CSV, Format.LINES_OF_JSON})
class DownloadWriter implements ServerMessageBodyWriter<Download> {
    private final StreamingOutputMessageBodyWriter streams = new StreamingOutputMessageBodyWriter();

    @Override
    public boolean isWriteable(Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType media) {
        return type == Download.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == Download.class;
    }

    @Override
    public void writeResponse(Download file, Type generic, ServerRequestContext context) throws IOException {
        var response = context.serverResponse();
        streams.writeResponse(
                out -> {
                    try {
                        file.write(new Watched(out, response));
                    } catch (IOException | RuntimeException e) {
                        if (response.headWritten()) cut(context);
                        throw e;
                    }
                },
                generic,
                context);
    }

    /**
     * At once, with what the client has not read yet. Resetting an answer of HTTP/1.1 waits for that, and so does Vert.x when its
     * channel is closed: meanwhile the end of the answer is written behind it, and half a file would look like a whole one. So the
     * close begins below Vert.x.
     */
    private static void cut(ServerRequestContext context) {
        var request = ((ResteasyReactiveRequestContext) context)
                .serverRequest()
                .unwrap(RoutingContext.class)
                .request();
        if (request.version() != HttpVersion.HTTP_2 && request.connection() instanceof ConnectionBase connection) {
            var transport = connection.channel().pipeline().firstContext();
            if (transport != null) transport.close(); // there is none any more when the client went away
        }
    }

    @Override
    public void writeTo(
            Download file,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        file.write(out);
    }

    /** Says at the next flush that nobody reads any more; by itself what is written then goes nowhere without a word. */
    private static final class Watched extends FilterOutputStream {
        private final ServerHttpResponse response;

        Watched(OutputStream out, ServerHttpResponse response) {
            super(out);
            this.response = response;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length); // that of the parent goes byte by byte
        }

        @Override
        public void flush() throws IOException {
            if (response.closed()) throw new IOException("The connection has been closed");
            out.flush();
        }
    }
}
