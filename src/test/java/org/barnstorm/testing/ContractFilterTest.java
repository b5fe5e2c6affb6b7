package org.barnstorm.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filter bites: a service that answers wrongly fails the test that asked it, and no test asks without the filter. */
class ContractFilterTest {
    private static final String MEMBERSHIP = """
            {"id": "0199d6f0-5f3c-7c55-9d0a-2f3f5d0c7c11", "memberId": "0199d6f0-5f3c-7c55-9d0a-2f3f5d0c7c12",
             "group": "uk.wales", "status": "ACTIVE", "since": "2026-11-21T09:30:00Z"}""";
    private static final String REFUSAL = """
            {"type": "/problems/busy", "title": "Conflict", "status": 409, "detail": "Again.",
             "instance": "urn:request:1"}""";

    /** Ways to speak HTTP. */
    private static final Pattern CLIENT = Pattern.compile(
            "(?<!\\.)\\bgiven\\(\\)|HttpClient\\.new|new Socket\\(|HttpURLConnection|SocketChannel\\.open");

    /** Who asks something else than the API under test, or has another judge. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("app/WebClientTest.java", "pages beside the API"),
            Map.entry("bench/", "measures, by what it counts"),
            Map.entry("calendar/", "pages beside the API"),
            Map.entry("chaos/", "servers that are killed; the history checker judges"),
            Map.entry("e2e/Browser.java", "Keycloak's pages"),
            Map.entry("e2e/KeyRotationIT.java", "/openapi"),
            Map.entry("fuzz/Gun.java", "the judge of the fuzz asks the filter"),
            Map.entry("integration/Follow.java", "up to half a million changes; ChangesTest asks the same by Person"),
            Map.entry(
                    "osdi/TokenHeaderTest.java",
                    "a header that no other client sends; OsdiWalkTest asks the same by others"),
            Map.entry("platform/contract/OpenApiTest.java", "/openapi"),
            Map.entry("platform/http/MeteredAddressesTest.java", "what is counted, whatever was answered"),
            Map.entry("platform/problem/ProblemPagesResourceTest.java", "pages beside the API"),
            Map.entry("platform/security/ReadinessTest.java", "the management port"),
            Map.entry("training/certificate/CertificateResourceTest.java", "pages beside the API"),
            Map.entry("training/certificate/CertificateStatusTest.java", "pages beside the API"));

    private HttpServer server;
    private int status = 200;
    private String type = "application/json;charset=UTF-8";
    private String header = "X-Request-Id";
    private String body = MEMBERSHIP;

    @BeforeEach
    void a_service_that_answers_what_it_is_told() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set(header, "1");
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void it_ends() {
        server.stop(0);
    }

    private int ask() {
        return given().port(server.getAddress().getPort())
                .filter(new ContractFilter())
                .put(Person.API + "/groups/uk.wales/membership")
                .statusCode();
    }

    private void assertBites(String finding) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(this::ask).withMessageContaining(finding);
    }

    @Test
    void answers_of_the_contract_pass() {
        assertThat(ask()).isEqualTo(200);
        status = 409;
        type = "application/problem+json";
        body = REFUSAL;
        assertThat(ask()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ACTIVE                     | KEEN             | status",
                "\"since\"                  | \"when\"         | since",
                "2026-11-21T09:30:00Z       | yesterday        | date-time",
                "0199d6f0-5f3c-7c55-9d0a-2f3f5d0c7c12 | 12     | memberId",
                "\"group\": \"uk.wales\",   | ''               | group",
                "}                          | , \"phone\": 1 } | phone",
                "}                          | ''               | not JSON"
            })
    void a_wrong_body_does_not(String part, String instead, String finding) {
        body = body.replace(part, instead);
        assertBites(finding);
    }

    @Test
    void a_wrong_status_type_or_header_does_not() {
        status = 201;
        assertBites("status 201 is not documented");
        status = 200;
        type = "text/html";
        assertBites("content type text/html is not documented");
        type = "application/json";
        header = "ETag";
        assertBites("header X-Request-Id is missing");
        assertBites("header etag is not documented");
    }

    @Test
    void a_refusal_without_a_body_or_with_a_strange_code_does_not() {
        status = 409;
        type = "application/problem+json";
        body = "";
        assertBites("the body is empty");
        body = REFUSAL.replace("busy", "task-full");
        assertBites("refusal task-full is not documented");
    }

    @Test
    void nobody_asks_the_service_without_it() throws IOException {
        var root = Path.of("src", "test", "java", "org", "barnstorm");
        var unchecked = new TreeSet<String>();
        try (var files = Files.walk(root)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                var name = root.relativize(file).toString().replace('\\', '/');
                var source = Files.readString(file);
                var isChecked = source.contains("ContractFilter")
                        || ELSEWHERE.keySet().stream().anyMatch(name::startsWith);
                if (CLIENT.matcher(source).find() && !isChecked) unchecked.add(name);
            }
        }
        assertThat(unchecked)
                .as("Use Person, Wire or Actor, or ask ContractFilter.check about each answer")
                .isEqualTo(new TreeSet<>(List.of()));
    }
}
