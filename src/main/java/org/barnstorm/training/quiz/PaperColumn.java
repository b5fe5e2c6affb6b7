package org.barnstorm.training.quiz;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.Converter;
import org.barnstorm.platform.JsonColumn;

/** How a paper is kept. */
@Singleton
@Converter
class PaperColumn extends JsonColumn<Paper> {
    PaperColumn(ObjectMapper json) {
        super(Paper.class, json);
    }
}
