package org.barnstorm.platform.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;

/** Text in a charset that nobody here reads is a media type that nobody reads. JSON is UTF-8, whatever is said (RFC 8259). */
@Provider
class TextCharset implements ReaderInterceptor {
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var type = context.getMediaType();
        var charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (type.getType().equals("text") && charset != null && !isRead(charset)) {
            throw new WebApplicationException(UNSUPPORTED_MEDIA_TYPE);
        }
        return context.proceed();
    }

    static boolean isRead(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }
}
