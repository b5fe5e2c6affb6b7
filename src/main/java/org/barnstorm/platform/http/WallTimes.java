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
import java.time.LocalDateTime;
import java.util.regex.Pattern;

/**
 * Reads dates and times as a clock on the wall shows them: text without an offset, to the second. The library would also
 * take a {@code Z}, and then forget it.
 */
@Singleton
class WallTimes implements ObjectMapperCustomizer {
    static final String EXPECTED = "a date and time without an offset, as in 2026-12-01T18:00";

    private static final Pattern SHAPE = Pattern.compile("(?!0000)\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?");

    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(new SimpleModule("wall-times").addDeserializer(LocalDateTime.class, new WallTime()));
    }

    /** After the library's own reader has been registered, which would otherwise replace this one. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    /** The date and time that a text names, or an {@code IllegalArgumentException}. */
    static LocalDateTime read(String text) {
        if (!SHAPE.matcher(text).matches()) throw new IllegalArgumentException("Not " + EXPECTED);
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static final class WallTime extends StdScalarDeserializer<LocalDateTime> {
        private static final long serialVersionUID = 1L;

        WallTime() {
            super(LocalDateTime.class);
        }

        @Override
        public LocalDateTime deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (LocalDateTime) context.handleUnexpectedToken(LocalDateTime.class, parser);
            }
            try {
                return read(parser.getText());
            } catch (IllegalArgumentException e) {
                return (LocalDateTime)
                        context.handleWeirdStringValue(LocalDateTime.class, parser.getText(), "not " + EXPECTED);
            }
        }
    }
}
