package org.barnstorm.platform.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.barnstorm.platform.time.Timestamps;

/**
 * Reads moments as RFC 3339 writes them: text, with a zone, in a year of four digits. The library would also take numbers
 * and years that PostgreSQL does not have. Kept as the database keeps them.
 */
@Singleton
class Moments implements ObjectMapperCustomizer {
    static final String EXPECTED = "a moment as in 2026-11-21T09:30:00Z";

    private static final int LAST_YEAR = 9999;

    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(new SimpleModule("moments").addDeserializer(Instant.class, new Rfc3339()));
    }

    /** After the library's own reader has been registered, which would otherwise replace this one. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    /** The moment that a text names, or an {@code IllegalArgumentException}. */
    static Instant read(String text) {
        try {
            var moment = OffsetDateTime.parse(text);
            if (moment.getYear() >= 1 && moment.getYear() <= LAST_YEAR) {
                return Timestamps.kept(moment.toInstant());
            }
            throw new IllegalArgumentException("In a year that no calendar on a wall has");
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static final class Rfc3339 extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        Rfc3339() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(Instant.class, parser);
            }
            try {
                return read(parser.getText());
            } catch (IllegalArgumentException e) {
                return (Instant) context.handleWeirdStringValue(Instant.class, parser.getText(), "not " + EXPECTED);
            }
        }
    }
}
