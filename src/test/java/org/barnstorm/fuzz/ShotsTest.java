package org.barnstorm.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.barnstorm.access.Openings;
import org.barnstorm.testing.Contract;
import org.junit.jupiter.api.Test;

/** The requests of the fuzz, without a service: all of them can be made and sent, and every way to be wrong occurs. */
class ShotsTest {
    private static final int MANY = 6_000;
    private static final Contract CONTRACT = Contract.committed();
    private static final String TOKEN = "a." + "b".repeat(100) + "." + "c".repeat(342);

    /** Requests as the examples of the contract have them. */
    private static final class Examples implements Source {
        @Override
        public Openings.Prepared opening(String operation, Chance chance) {
            var called = CONTRACT.operations().stream()
                    .filter(each -> each.id().equals(operation))
                    .findFirst()
                    .orElseThrow();
            var content = called.node().path("requestBody").path("content").properties();
            var media = content.isEmpty() ? null : content.iterator().next();
            JsonNode body = media == null ? null : media.getValue().path("example");
            var path = called.path()
                    .replaceAll("\\{[a-zA-Z]*[iI]d}", "0199d6f0-5f3c-7c55-9d0a-2f3f5d0c7c11")
                    .replace("{path}", "uk.wales")
                    .replaceAll("\\{[^}]+}", "x");
            var opening = new Openings.Opening(
                    operation,
                    called.method(),
                    path,
                    media == null ? null : media.getKey(),
                    body == null || body.isTextual() ? (body == null ? null : body.asText()) : body,
                    Map.of());
            return new Openings.Prepared(opening, chance.in(50) ? TOKEN : null);
        }

        @Override
        public String token(String kind) {
            return kind.equals("nobody") ? null : TOKEN;
        }

        @Override
        public void used(String row) {}
    }

    private static List<Shot> shots(long seed) {
        var known = new Known();
        known.learnGroups(List.of("uk.wales"));
        var shots = new Shots(CONTRACT, known, new Examples(), seed);
        return IntStream.range(0, MANY)
                .mapToObj(number -> shots.make(number).shot())
                .toList();
    }

    @Test
    void every_operation_has_its_turn_and_every_trait_occurs() {
        var shots = shots(1);
        assertThat(shots.stream().map(Shot::operation).distinct())
                .hasSize(CONTRACT.operations().size());
        assertThat(shots.stream().map(Shot::traits).flatMap(Collection::stream).collect(Collectors.toSet()))
                .isEqualTo(Set.of(Shot.Trait.values()));
        assertThat(shots.stream().map(Shot::caller).distinct())
                .containsAll(Openings.kinds())
                .contains("self", "forged");
    }

    @Test
    void some_are_as_they_should_be_and_most_are_not() {
        var good = shots(1).stream()
                .filter(shot -> shot.what().equals("as it should be"))
                .count();
        assertThat(good).isBetween(MANY * 15L / 100, MANY * 30L / 100);
        var ways = shots(1).stream().map(Shot::what).distinct().count();
        assertThat(ways).isGreaterThan(900);
    }

    /** Bodies of OSDI are whole resources with more fields than anybody here asks for; no others may be. */
    @Test
    void a_field_that_is_not_known_is_one_where_the_contract_is_closed() {
        var unknown = shots(1).stream()
                .filter(shot -> shot.is(Shot.Trait.UNKNOWN_FIELD))
                .map(Shot::operation)
                .collect(Collectors.toSet());
        assertThat(unknown).hasSizeGreaterThan(30).noneMatch(operation -> operation.startsWith("osdi"));
        var open = CONTRACT.operations().stream()
                .filter(ShotsTest::isOpen)
                .map(Contract.Operation::id)
                .toList();
        assertThat(open).containsExactlyInAnyOrder("osdiSignUp", "osdiRecordAttendance");
    }

    private static boolean isOpen(Contract.Operation operation) {
        var media = operation.node().path("requestBody").path("content").path("application/json");
        return !media.isMissingNode()
                && CONTRACT.resolve(media.path("schema"))
                        .path("additionalProperties")
                        .asBoolean(true);
    }

    @Test
    void the_same_seed_makes_the_same_requests_and_another_others() {
        var wholes = new int[] {0, 1_000, 5_999};
        for (var number : wholes) {
            assertThat(shots(7).get(number).what())
                    .isEqualTo(shots(7).get(number).what());
            assertThat(shots(7).get(number).target())
                    .isEqualTo(shots(7).get(number).target());
        }
        assertThat(shots(7).stream().map(Shot::what))
                .isNotEqualTo(shots(8).stream().map(Shot::what));
    }

    @Test
    void all_of_them_can_be_sent() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            var gun = new Gun(server.getAddress().getPort(), "/api/v1");
            var answered = shots(3).stream()
                    .limit(1_000)
                    .filter(shot -> gun.fire(shot).status() > 0)
                    .count();
            assertThat(answered).isGreaterThan(900);
        } finally {
            server.stop(0);
        }
    }
}
