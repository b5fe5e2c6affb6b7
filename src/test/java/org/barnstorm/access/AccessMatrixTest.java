package org.barnstorm.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Contract;
import org.barnstorm.testing.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation by every kind of caller, against the policy of {@code access-matrix.csv}. */
@QuarkusTest
class AccessMatrixTest {
    private static final Contract CONTRACT = Contract.committed();
    private static Scene scene;

    @Inject
    People people;

    @Test
    void every_operation_has_a_row_and_every_row_an_operation() {
        var documented =
                CONTRACT.operations().stream().map(Contract.Operation::id).toList();
        var decided = AccessMatrix.rows().stream()
                .map(AccessMatrix.Row::operation)
                .distinct()
                .toList();
        assertThat(decided).containsExactlyInAnyOrderElementsOf(documented);
    }

    @Test
    void every_role_has_a_column() {
        assertThat(AccessMatrix.kinds())
                .containsAll(Stream.of(Role.values()).map(Role::name).toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void who_may(AccessMatrix.Row row) {
        var surprises = new ArrayList<String>();
        row.expected().forEach((kind, expected) -> {
            if (!expected.equals("-")) surprises.addAll(tryAs(kind, row, expected));
        });
        assertThat(surprises).as(row.name()).isEmpty();
    }

    static Stream<AccessMatrix.Row> rows() {
        return AccessMatrix.rows().stream();
    }

    private List<String> tryAs(String kind, AccessMatrix.Row row, String expected) {
        var scene = scene();
        var attempt = Situations.prepare(row.name(), scene);
        var operation = CONTRACT.find(attempt.method(), attempt.address()).orElseThrow();
        assertThat(operation.id()).isEqualTo(row.operation());
        var answer = attempt.by(scene.caller(kind, attempt));
        if (meets(expected, answer)) return List.of();
        return List.of(kind + " expected " + expected + ", got " + answer.statusCode() + " " + answer.asString());
    }

    /** Whether an answer is what a cell says. */
    static boolean meets(String expected, Response answer) {
        return switch (expected) {
            case "yes" -> answer.statusCode() / 100 == 2;
            case "seen" ->
                answer.statusCode() == 200
                        && !answer.jsonPath().getList("items").isEmpty();
            case "empty" ->
                answer.statusCode() == 200 && answer.jsonPath().getList("items").isEmpty();
            default -> Integer.toString(answer.statusCode()).equals(expected);
        };
    }

    /** One town for all rows: what a cell needs is made for it alone, the callers are the same people throughout. */
    private Scene scene() {
        if (scene == null) scene = new Scene(people);
        return scene;
    }
}
