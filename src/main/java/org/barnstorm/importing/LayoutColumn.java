package org.barnstorm.importing;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.Converter;
import org.barnstorm.platform.JsonColumn;

/** Keeps how a file is read with its import. */
@Singleton
@Converter
class LayoutColumn extends JsonColumn<PeopleCsv.Layout> {
    LayoutColumn(ObjectMapper json) {
        super(PeopleCsv.Layout.class, json);
    }
}
