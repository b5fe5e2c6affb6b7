package org.barnstorm.task.template;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.Converter;
import org.barnstorm.platform.JsonColumn;

/** How an outline is kept. */
@Singleton
@Converter
public class OutlineColumn extends JsonColumn<Outline> {
    OutlineColumn(ObjectMapper json) {
        super(Outline.class, json);
    }
}
