package org.barnstorm.training.quiz;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.Converter;
import org.barnstorm.platform.JsonColumn;

/** How a sheet is kept. */
@Singleton
@Converter
class SheetColumn extends JsonColumn<Sheet> {
    SheetColumn(ObjectMapper json) {
        super(Sheet.class, json);
    }
}
