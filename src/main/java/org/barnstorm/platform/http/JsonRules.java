package org.barnstorm.platform.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/**
 * What JSON we read. The library's defaults take strings of 20 million characters, nesting of 1,000 and the second of two
 * equal keys; and PostgreSQL cannot store a NUL, nor UTF-8 half of a pair of surrogates.
 */
@Singleton
class JsonRules implements ObjectMapperCustomizer {
    private static final int DEEPEST = 32;
    private static final int LONGEST_STRING = 64 * 1024;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_NAME = 1024;

    @Override
    @SuppressWarnings("deprecation") // the builder that replaces it cannot be used on a mapper that Quarkus has made
    public void customize(ObjectMapper json) {
        json.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_STRING)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxNameLength(LONGEST_NAME)
                        .build());
        json.getFactory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        json.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        json.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        json.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        json.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        json.registerModule(new SimpleModule("text").addDeserializer(String.class, new Text()));
    }

    /** Reads strings that can be stored and sent on as they are. */
    private static final class Text extends StdScalarDeserializer<String> {
        Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            // The library would take 7 for "7"; a client that mixes them up is told.
            if (!parser.hasToken(JsonToken.VALUE_STRING))
                return (String) context.handleUnexpectedToken(String.class, parser);
            var text = parser.getText();
            if (!PlainText.is(text)) throw context.weirdStringException(text, String.class, PlainText.RULE);
            return text;
        }
    }
}
