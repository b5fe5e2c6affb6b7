package org.barnstorm.platform.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;

/**
 * Text is read by who asks for text, in a charset that somebody here reads. Everything else is JSON, which is UTF-8, whatever
 * is said (RFC 8259): the framework would hand plain text to any record that can be made from one string.
 */
@Provider
class TextBodies implements ReaderInterceptor {
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var type = context.getMediaType();
        if (!type.getSubtype().endsWith("json") && !isText(context.getType())) throw unsupported();
        var charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (type.getType().equals("text") && charset != null && !isRead(charset)) throw unsupported();
        return context.proceed();
    }

    private static boolean isText(Class<?> wanted) {
        return wanted == String.class || wanted == InputStream.class;
    }

    private static WebApplicationException unsupported() {
        return new WebApplicationException(UNSUPPORTED_MEDIA_TYPE);
    }

    static boolean isRead(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }
}
