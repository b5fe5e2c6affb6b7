package org.barnstorm.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.stream.Stream;
import org.barnstorm.testing.Contract;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation that takes JSON takes nothing else, whatever its record could be made from. */
@QuarkusTest
class BodyTypesTest {
    @Inject
    People people;

    static Stream<Contract.Operation> taking_json() {
        return Contract.committed().operations().stream().filter(BodyTypesTest::takesJson);
    }

    @ParameterizedTest
    @MethodSource("taking_json")
    void plain_text_is_415(Contract.Operation operation) {
        Problems.refused(send(operation, "text/plain", "x"), 415, "unsupported-media-type");
        Problems.refused(send(operation, "text/plain", ""), 415, "unsupported-media-type");
    }

    @Test
    void there_are_many() {
        assertThat(taking_json()).hasSizeGreaterThan(50);
    }

    private ValidatableResponse send(Contract.Operation operation, String type, String body) {
        var path = operation
                .path()
                .replace("{path}", "uk")
                .replaceAll("\\{(number|line)}", "1")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        return people.newcomer()
                .request()
                .contentType(type)
                .body(body)
                .request(operation.method(), path)
                .then();
    }

    private static boolean takesJson(Contract.Operation operation) {
        var content = operation.node().path("requestBody").path("content");
        return content.properties().stream().anyMatch(media -> media.getKey().endsWith("json"));
    }
}
