package org.barnstorm.platform.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.barnstorm.testing.TestStack;
import org.junit.jupiter.api.Test;

/** {@code openapi.yaml} is what the service serves: the diff is printed otherwise, and docs/api.md says how to renew it. */
@QuarkusTest
class OpenApiTest {
    private static final Path COMMITTED = Path.of("openapi.yaml");
    private static final Path SERVED = Path.of("target", "openapi-served.yaml");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    @Test
    void the_committed_document_is_what_the_service_serves() throws IOException {
        Files.writeString(SERVED, served());
        if (Boolean.getBoolean("openapi.update")) Files.copy(SERVED, COMMITTED, REPLACE);
        assertThat(COMMITTED)
                .as("openapi.yaml is out of date: mvn test -Dtest=OpenApiTest -Dopenapi.update=true")
                .hasSameTextualContentAs(SERVED);
    }

    @Test
    void the_served_document_sends_people_to_the_issuer_that_the_service_trusts() {
        given().get("/openapi")
                .then()
                .statusCode(200)
                .body(org.hamcrest.Matchers.containsString(TestStack.issuer().url() + "/protocol/openid-connect/auth"));
    }

    @Test
    void every_operation_says_what_a_client_needs() throws IOException {
        var document = new YAMLMapper().readTree(served());
        var lacking = new ArrayList<String>();
        var names = new ArrayList<String>();
        for (var path : document.path("paths").properties()) {
            for (var entry : path.getValue().properties()) {
                if (!METHODS.contains(entry.getKey())) continue;
                var operation = entry.getValue();
                names.add(operation.path("operationId").asText());
                lack(entry.getKey(), operation)
                        .forEach(what ->
                                lacking.add(operation.path("operationId").asText() + ": " + what));
            }
        }
        assertThat(lacking).isEmpty();
        assertThat(names).hasSizeGreaterThan(40).doesNotHaveDuplicates();
    }

    private static List<String> lack(String method, JsonNode operation) {
        var lacking = new ArrayList<String>();
        for (var field : List.of("operationId", "summary", "description")) {
            if (operation.path(field).asText().isBlank()) lacking.add(field);
        }
        if (operation.path("tags").size() != 1) lacking.add("exactly one tag");
        var parameters = operation.path("parameters").toString();
        if (method.equals("post") && !parameters.contains("IdempotencyKey")) lacking.add("Idempotency-Key");
        var isForEverybody = operation.path("security").isArray()
                && operation.path("security").isEmpty();
        for (var status : List.of("400", "401", "403", "503")) {
            if (status.equals("403") && isForEverybody) continue;
            if (!operation.path("responses").has(status)) lacking.add(status);
        }
        operation.path("responses").properties().forEach(answer -> {
            var content = answer.getValue().path("content").path("application/json");
            if (!content.isMissingNode() && !content.has("example")) lacking.add("an example of " + answer.getKey());
        });
        return lacking;
    }

    /** As served, but for the issuer, which is another one in each deployment. */
    private static String served() {
        return given().queryParam("format", "yaml")
                .get("/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replace(TestStack.issuer().url(), SignIn.EXAMPLE_ISSUER);
    }

    private static final java.nio.file.CopyOption REPLACE = java.nio.file.StandardCopyOption.REPLACE_EXISTING;
}
