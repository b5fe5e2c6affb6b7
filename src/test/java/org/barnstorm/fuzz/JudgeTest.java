package org.barnstorm.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of fault is planted once: a judge who finds nothing is worth nothing. */
class JudgeTest {
    private static final String JOIN = "/groups/uk.wales/membership";
    private static final String MEMBERSHIP = """
            {"id": "0199d6f0-5f3c-7c55-9d0a-2f3f5d0c7c11", "memberId": "0199d6f0-5f3c-7c55-9d0a-2f3f5d0c7c12",
             "group": "uk.wales", "status": "ACTIVE", "since": "2026-11-21T09:30:00Z"}""";

    private static Shot shot(String target, Shot.Trait... traits) {
        return new Shot(1, "joinGroup", "planted", "member", "PUT", target, List.of(), new byte[0], Set.of(traits));
    }

    private static Reply reply(int status, String body, String... headers) {
        var all = new HashMap<>(Map.of(
                "content-type", List.of(status < 300 ? "application/json" : "application/problem+json"),
                "x-request-id", List.of("1")));
        for (int i = 0; i < headers.length; i += 2) all.put(headers[i], List.of(headers[i + 1]));
        return new Reply(status, all, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String problem(int status, String code) {
        return """
                {"type": "/problems/%s", "title": "No", "status": %d, "detail": "No.",
                 "instance": "urn:request:1"}""".formatted(code, status);
    }

    @Test
    void answers_of_the_contract_are_let_pass() {
        assertThat(Judge.findings(shot(JOIN), reply(200, MEMBERSHIP))).isEmpty();
        assertThat(Judge.findings(shot(JOIN), reply(409, problem(409, "busy")))).isEmpty();
        assertThat(Judge.findings(shot("//groups/./uk.wales/membership;x=1/"), reply(200, MEMBERSHIP)))
                .isEmpty();
        assertThat(Judge.findings(shot("/nothing"), reply(404, problem(404, "not-found"))))
                .isEmpty();
    }

    @Test
    void an_empty_refusal_is_let_pass_only_for_what_is_no_address() {
        var empty = new Reply(400, Map.of(), new byte[0]);
        assertThat(Judge.findings(shot("/groups/{path}/membership"), empty)).isEmpty();
        assertThat(Judge.findings(shot("/groups/uk.wales/membership"), empty)).isNotEmpty();
        assertThat(Judge.findings(shot("/groups/{path}/membership"), reply(418, "")))
                .isNotEmpty();
    }

    @Test
    void a_failure_a_silence_and_an_undocumented_status_are_found() {
        assertThat(Judge.findings(shot(JOIN), reply(500, problem(500, "internal"))))
                .hasSize(1);
        assertThat(Judge.findings(shot(JOIN), reply(503, problem(503, "unavailable"))))
                .hasSize(1);
        assertThat(Judge.findings(shot(JOIN), Reply.NONE)).hasSize(1);
        assertThat(Judge.findings(shot(JOIN), reply(418, problem(418, "teapot"))))
                .containsExactly("status 418 is not documented");
        assertThat(Judge.findings(shot("/nothing"), reply(200, MEMBERSHIP))).hasSize(1);
    }

    @Test
    void an_undocumented_shape_is_found() {
        assertThat(Judge.findings(shot(JOIN), reply(200, MEMBERSHIP.replace("ACTIVE", "KEEN"))))
                .isNotEmpty();
        assertThat(Judge.findings(shot(JOIN), reply(409, problem(409, "task-full"))))
                .isNotEmpty();
        assertThat(Judge.findings(shot(JOIN), reply(400, ""))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"UNKNOWN_FIELD", "FOREIGN_CURSOR", "NOT_SIGNED_IN"})
    void what_must_not_be_done_and_was_done_is_found(Shot.Trait trait) {
        assertThat(Judge.findings(shot(JOIN, trait), reply(200, MEMBERSHIP))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"access-control-allow-origin, *", "x-evil, 1", "link, <https://evil.example/api/v1/groups>"})
    void headers_that_the_request_wrote_are_found(String name, String value) {
        assertThat(Judge.findings(shot(JOIN), reply(200, MEMBERSHIP, name, value)))
                .isNotEmpty();
    }

    @Test
    void insides_are_found() {
        var body = problem(400, "malformed-json").replace("\"No.\"", "\"java.lang.NullPointerException\"");
        assertThat(Judge.findings(shot(JOIN), reply(400, body)))
                .anySatisfy(finding -> assertThat(finding).contains("Exception"));
    }

    @Test
    void what_is_no_http_may_be_refused_without_a_word_and_not_by_a_failure() {
        assertThat(Judge.findings(shot(JOIN, Shot.Trait.BROKEN_HTTP), reply(431, "")))
                .isEmpty();
        assertThat(Judge.findings(shot(JOIN, Shot.Trait.BROKEN_HTTP), Reply.NONE))
                .isEmpty();
        assertThat(Judge.findings(shot(JOIN, Shot.Trait.BROKEN_HTTP), reply(500, "")))
                .hasSize(1);
    }

    @Test
    void answers_are_read_whole_whether_their_length_is_said_or_not() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var text = "x".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            var chunked = exchange.getRequestURI().getPath().contains("chunked");
            exchange.sendResponseHeaders(207, chunked ? 0 : text.length);
            try (var out = exchange.getResponseBody()) {
                out.write(text);
            }
        });
        server.start();
        try {
            var gun = new Gun(server.getAddress().getPort(), "/api");
            for (var path : List.of("/chunked", "/length")) {
                var reply = gun.fire(shot(path));
                assertThat(reply.status()).isEqualTo(207);
                assertThat(reply.body()).isEqualTo(text);
            }
        } finally {
            server.stop(0);
        }
        assertThat(new Gun(server.getAddress().getPort(), "")
                        .fire(shot("/gone"))
                        .status())
                .isZero();
    }
}
