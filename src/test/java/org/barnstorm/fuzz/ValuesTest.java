package org.barnstorm.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.barnstorm.testing.Contract;
import org.junit.jupiter.api.Test;

/** Good requests have to be good, and bad ones bad, or the fuzz is about something else than it says. */
class ValuesTest {
    private static final int EACH = 40;
    private static final Contract CONTRACT = Contract.committed();

    private static List<Contract.Operation> withJson() {
        return CONTRACT.operations().stream()
                .filter(operation -> operation
                        .node()
                        .path("requestBody")
                        .path("content")
                        .toString()
                        .contains("json"))
                .toList();
    }

    @Test
    void made_bodies_keep_the_schema() {
        var wrong = new ArrayList<String>();
        var values = new Values(CONTRACT, new Known());
        for (var operation : withJson()) {
            for (int i = 0; i < EACH; i++) {
                var body = values.of(schema(operation), new Chance(1, i));
                CONTRACT.checkRequest(operation, body)
                        .forEach(finding -> wrong.add(operation.id() + finding + " in " + body));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void spoilt_bodies_mostly_do_not_and_no_two_are_spoilt_alike() {
        var values = new Values(CONTRACT, new Known());
        int spoilt = 0;
        var ways = new ArrayList<String>();
        for (var operation : withJson()) {
            for (int i = 0; i < EACH; i++) {
                var chance = new Chance(2, i);
                var good = values.of(schema(operation), chance);
                var bad = new Spoiler(chance).spoil(good);
                if (!Arrays.equals(bad.body(), Spoiler.bytes(good))) spoilt++;
                ways.add(bad.what());
            }
        }
        assertThat(spoilt).isGreaterThan(withJson().size() * EACH * 8 / 10);
        assertThat(ways.stream().distinct().count()).isGreaterThan(300);
    }

    @Test
    void the_same_seed_and_number_make_the_same_request() {
        var schema = schema(withJson().get(3));
        var values = new Values(CONTRACT, new Known());
        assertThat(values.of(schema, new Chance(7, 5))).isEqualTo(values.of(schema, new Chance(7, 5)));
        assertThat(values.of(schema, new Chance(7, 5))).isNotEqualTo(values.of(schema, new Chance(7, 6)));
    }

    private static com.fasterxml.jackson.databind.JsonNode schema(Contract.Operation operation) {
        return operation
                .node()
                .path("requestBody")
                .path("content")
                .iterator()
                .next()
                .path("schema");
    }
}
