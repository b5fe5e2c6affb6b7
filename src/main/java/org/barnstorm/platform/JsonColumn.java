package org.barnstorm.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;

/**
 * Keeps a record in one {@code jsonb} column, for content that is read and written as a whole and never searched. The
 * attribute also needs {@code @ColumnTransformer(write = JsonColumn.WRITE)}.
 */
public abstract class JsonColumn<T> implements AttributeConverter<T, String> {
    /** PostgreSQL takes no text for jsonb without being told. */
    public static final String WRITE = "cast(? as jsonb)";

    private final Class<T> type;
    private final ObjectMapper json;

    protected JsonColumn(Class<T> type, ObjectMapper json) {
        this.type = type;
        this.json = json;
    }

    @Override
    public String convertToDatabaseColumn(T value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A record of plain values can be written", e);
        }
    }

    @Override
    public T convertToEntityAttribute(String text) {
        try {
            return text == null ? null : json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The column holds what was written", e);
        }
    }
}
