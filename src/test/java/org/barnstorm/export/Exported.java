package org.barnstorm.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.barnstorm.testing.Person;

/** Files that people take out. */
final class Exported {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Exported() {}

    static ValidatableResponse of(Person who, String kind, String group, String accept) {
        return who.request()
                .accept(accept)
                .get("/groups/{group}/exports/{kind}", group, kind)
                .then();
    }

    static String text(Person who, String kind, String group) {
        return of(who, kind, group, "text/csv").statusCode(200).extract().asString();
    }

    static List<NamedCsvRecord> csv(Person who, String kind, String group) {
        return CsvReader.builder().ofNamedCsvRecord(text(who, kind, group)).stream()
                .toList();
    }

    static List<JsonNode> json(Person who, String kind, String group) {
        return of(who, kind, group, "application/x-ndjson")
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .map(Exported::read)
                .toList();
    }

    static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
