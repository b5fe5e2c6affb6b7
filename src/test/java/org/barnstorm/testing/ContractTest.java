package org.barnstorm.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A check that finds nothing is worth nothing: each kind of mistake is planted once. */
class ContractTest {
    private static final Set<String> HEADERS = Set.of("x-request-id");
    private static final String JSON = "application/json;charset=UTF-8";
    private static final String PROBLEM = "application/problem+json";
    private static final String MEMBERSHIP = """
            {"id": "0199d6f0-5f3c-7c55-9d0a-2f3f5d0c7c11", "memberId": "0199d6f0-5f3c-7c55-9d0a-2f3f5d0c7c12",
             "group": "uk.wales", "status": "ACTIVE", "since": "2026-11-21T09:30:00Z"}""";

    private final Contract contract = Contract.committed();

    @Test
    void a_good_answer_is_found_good() {
        assertThat(join(200, JSON, HEADERS, MEMBERSHIP)).isEmpty();
        assertThat(join(409, PROBLEM, HEADERS, problem("busy"))).isEmpty();
    }

    @Test
    void a_fixed_path_is_preferred_to_a_template() {
        assertThat(contract.find("POST", "/groups/import").orElseThrow().id()).isEqualTo("importGroups");
        assertThat(contract.find("GET", "/groups/import").orElseThrow().id()).isEqualTo("getGroup");
        assertThat(contract.find("DELETE", "/groups/uk")).isEmpty();
    }

    @Test
    void an_undocumented_status_is_found() {
        assertThat(join(500, PROBLEM, HEADERS, problem("internal"))).containsExactly("status 500 is not documented");
    }

    @Test
    void an_undocumented_media_type_is_found() {
        assertThat(join(200, "text/html", HEADERS, "<p>")).containsExactly("content type text/html is not documented");
    }

    @Test
    void a_missing_header_is_found() {
        assertThat(join(200, JSON, Set.of(), MEMBERSHIP)).containsExactly("header X-Request-Id is missing");
    }

    @Test
    void an_unknown_field_is_found() {
        assertThat(join(200, JSON, HEADERS, MEMBERSHIP.replace("\"since\"", "\"phone\": \"+44\", \"since\"")))
                .singleElement()
                .asString()
                .contains("phone");
    }

    @Test
    void a_missing_field_and_an_unknown_value_are_found() {
        assertThat(join(200, JSON, HEADERS, MEMBERSHIP.replace("\"status\": \"ACTIVE\", ", "")))
                .singleElement()
                .asString()
                .contains("status");
        assertThat(join(200, JSON, HEADERS, MEMBERSHIP.replace("ACTIVE", "KEEN")))
                .isNotEmpty();
    }

    @Test
    void an_undocumented_refusal_is_found() {
        assertThat(join(409, PROBLEM, HEADERS, problem("task-full")))
                .containsExactly("refusal task-full is not documented");
    }

    private java.util.List<String> join(int status, String type, Set<String> headers, String body) {
        var operation = contract.find("PUT", "/groups/uk.wales/membership").orElseThrow();
        return contract.check(operation, status, type, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String problem(String code) {
        return """
                {"type": "/problems/%s", "title": "Conflict", "status": 409, "detail": "No.",
                 "instance": "urn:request:1"}""".formatted(code);
    }
}
