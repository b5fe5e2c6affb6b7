package org.barnstorm.task;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.Converter;
import org.barnstorm.platform.JsonColumn;

/** How an earlier revision is kept. */
@Singleton
@Converter
class AgreedColumn extends JsonColumn<Agreed> {
    AgreedColumn(ObjectMapper json) {
        super(Agreed.class, json);
    }
}
