package org.barnstorm.clients;

import static org.assertj.core.api.Assertions.assertThat;

import barnstorm.client.ApiClient;
import barnstorm.client.model.Assignment;
import barnstorm.client.model.AssignmentStatus;
import barnstorm.client.model.NewMandate;
import barnstorm.client.model.TaskPatch;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.barnstorm.e2e.KeycloakPeople;
import org.barnstorm.e2e.KeycloakResource;
import org.barnstorm.e2e.Servers;
import org.barnstorm.testing.Contract;
import org.barnstorm.testing.People;
import org.junit.jupiter.api.Test;

/** Clients generated from {@code openapi.yaml} against the packaged service and a real Keycloak. */
@QuarkusIntegrationTest
@WithTestResource(KeycloakResource.class)
class ClientsIT {
    private static final Path CLIENTS = Path.of("target", "clients");
    private static final int MINUTES = 5;

    private static String api() {
        return "http://localhost:" + RestAssured.port + "/api/v1";
    }

    @Test
    void the_java_client_does_the_main_job() throws Exception {
        new JavaStory(api(), Servers.get().people(), People.freshMovement()).tell();
    }

    @Test
    void the_typescript_client_does_the_main_job() throws Exception {
        var folder = CLIENTS.resolve("typescript");
        for (var file : List.of(".npmrc", "package.json", "package-lock.json", "tsconfig.json", "story.ts")) {
            Files.copy(
                    Path.of("src", "clients", "typescript", file),
                    folder.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        run(folder, Map.of(), "npm", "ci");
        run(folder, Map.of(), "npx", "tsc");
        var issuer = Servers.get().keycloak().options().issuer();
        var settings = Map.of(
                "BARNSTORM_API",
                api(),
                "BARNSTORM_TOKENS",
                issuer + "/protocol/openid-connect/token",
                "BARNSTORM_PASSWORD",
                KeycloakPeople.PASSWORD,
                "BARNSTORM_MOVEMENT",
                People.freshMovement());
        assertThat(run(folder, settings, "node", "built/story.js")).contains("VERIFIED ");
    }

    @Test
    void the_python_client_compiles() throws Exception {
        run(CLIENTS, Map.of(), "python3", "-m", "compileall", "-q", "python");
        assertThat(apis(CLIENTS.resolve("python"), "_api.py")).isEqualTo(tags());
    }

    @Test
    void the_kotlin_client_is_whole() throws Exception {
        assertThat(apis(CLIENTS.resolve("kotlin"), "Api.kt")).isEqualTo(tags());
    }

    /** Within a version fields and values are added (docs/contract.md). */
    @Test
    void the_java_client_takes_what_a_later_service_adds() throws JsonProcessingException {
        var later = """
                {"id": "0199d6f0-5f3c-7c55-9d0a-2f3f5d0c7c11", "status": "RESTING", "mood": {"good": true}}""";
        var hold = ApiClient.createDefaultObjectMapper().readValue(later, Assignment.class);
        assertThat(hold.getStatus()).isEqualTo(AssignmentStatus.UNKNOWN_DEFAULT_OPEN_API);
        assertThat(hold.getId()).hasToString("0199d6f0-5f3c-7c55-9d0a-2f3f5d0c7c11");
    }

    @Test
    void the_java_client_sends_what_was_set_and_nothing_else() throws JsonProcessingException {
        var json = ApiClient.createDefaultObjectMapper();
        assertThat(json.writeValueAsString(new TaskPatch().title("New"))).isEqualTo("{\"title\":\"New\"}");
        assertThat(json.writeValueAsString(new TaskPatch().kind(null))).isEqualTo("{\"kind\":null}");
        assertThat(json.writeValueAsString(new NewMandate().group("uk"))).doesNotContain("capabilities", "role");
    }

    private static long tags() {
        return Contract.committed().operations().stream()
                .map(operation -> operation.node().path("tags").path(0).asText())
                .distinct()
                .count();
    }

    private static long apis(Path client, String end) throws IOException {
        try (var files = Files.walk(client)) {
            return files.filter(file -> file.toString().endsWith(end)).count();
        }
    }

    private static String run(Path folder, Map<String, String> settings, String... command)
            throws IOException, InterruptedException {
        var log = Files.createTempFile("client", ".log");
        var builder = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        var process = builder.start();
        var ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        if (!ended) process.destroyForcibly();
        var output = Files.readString(log);
        Files.delete(log);
        assertThat(ended && process.exitValue() == 0)
                .as("%s: %s", String.join(" ", command), output)
                .isTrue();
        return output;
    }
}
