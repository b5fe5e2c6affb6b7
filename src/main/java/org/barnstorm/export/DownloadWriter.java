package org.barnstorm.export;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.providers.serialisers.StreamingOutputMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
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
        streams.writeResponse(file, generic, context);
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
}
