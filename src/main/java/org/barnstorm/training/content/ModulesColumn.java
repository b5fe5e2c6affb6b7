package org.barnstorm.training.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** How the modules of a course are kept: as one list, which is written and read as a whole. */
@Singleton
@Converter
public class ModulesColumn implements AttributeConverter<Modules, String> {
    private static final TypeReference<List<CourseModule>> LIST = new TypeReference<>() {};

    private final ObjectMapper json;

    ModulesColumn(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public String convertToDatabaseColumn(Modules value) {
        try {
            return value == null ? null : json.writeValueAsString(value.modules());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A record of plain values can be written", e);
        }
    }

    @Override
    public Modules convertToEntityAttribute(String text) {
        try {
            return text == null ? null : new Modules(json.readValue(text, LIST));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The column holds what was written", e);
        }
    }
}
