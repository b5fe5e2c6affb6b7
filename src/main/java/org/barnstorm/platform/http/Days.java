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
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Reads days as a calendar has them: text, in a year of four digits. The library would also take numbers and lists. */
@Singleton
class Days implements ObjectMapperCustomizer {
    static final String EXPECTED = "a day as in 2026-12-01";

    private static final Pattern SHAPE = Pattern.compile("(?!0000)\\d{4}-\\d{2}-\\d{2}");

    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(new SimpleModule("days").addDeserializer(LocalDate.class, new Day()));
    }

    /** After the library's own reader has been registered, which would otherwise replace this one. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    /** The day that a text names, or an {@code IllegalArgumentException}. */
    static LocalDate read(String text) {
        if (!SHAPE.matcher(text).matches()) throw new IllegalArgumentException("Not " + EXPECTED);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static final class Day extends StdScalarDeserializer<LocalDate> {
        private static final long serialVersionUID = 1L;

        Day() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
            }
            try {
                return read(parser.getText());
            } catch (IllegalArgumentException e) {
                return (LocalDate) context.handleWeirdStringValue(LocalDate.class, parser.getText(), "not " + EXPECTED);
            }
        }
    }
}
