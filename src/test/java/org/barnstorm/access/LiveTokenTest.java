package org.barnstorm.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.testing.Problems.refused;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whose mandate ended, who was suspended, or whose membership ended, with a token that is good for a while: at the very next
 * request each channel is as it is for somebody who never had what they lost (T-48). The channels are all operations of the
 * contract, as {@code access-matrix.csv} has them: what a LEAD may there and who lost it may not.
 */
@QuarkusTest
class LiveTokenTest {
    private static final Set<String> LET_IN = Set.of("yes", "seen");

    /** What somebody had, and why they have it no more, they may always read. */
    private static final String ONES_OWN_RECORD = "listMyMandates";

    private static Scene scene;

    @Inject
    People people;

    @ParameterizedTest
    @MethodSource("whatAMandateOpens")
    void T_48_the_next_request_of_who_was_revoked_is_refused_on_every_channel(AccessMatrix.Row row) {
        var infiltrator = infiltrator();
        var attempt = Situations.prepare(row.name(), scene());
        scene().keeper()
                .post("/mandates/{id}/revoke", Map.of("reason", "Not who they said."), infiltrator.mandate)
                .statusCode(200);
        infiltrator.finds(attempt, row.expected().get("member"));
    }

    @ParameterizedTest
    @MethodSource("whatBelongingOpens")
    void T_48_the_next_request_of_who_is_suspended_is_refused_on_every_channel(AccessMatrix.Row row) {
        var infiltrator = infiltrator();
        var attempt = Situations.prepare(row.name(), scene());
        scene().suspended(infiltrator.person, scene().keeper());
        infiltrator.finds(attempt, row.expected().get("newcomer"));
    }

    @Test
    void T_48_a_list_that_was_begun_before_goes_no_further() {
        var infiltrator = infiltrator();
        var path = "/journal?limit=1&group=" + scene().town;
        String next = Person.withToken(infiltrator.token)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .path("next");
        scene().suspended(infiltrator.person, scene().keeper());
        var further = Person.withToken(infiltrator.token).get(path + "&cursor={next}", next);
        refused(further, 403, "no-mandate");
    }

    static Stream<AccessMatrix.Row> whatAMandateOpens() {
        return opened("member");
    }

    static Stream<AccessMatrix.Row> whatBelongingOpens() {
        return opened("newcomer");
    }

    private static Stream<AccessMatrix.Row> opened(String without) {
        return AccessMatrix.rows().stream()
                .filter(row -> !row.operation().equals(ONES_OWN_RECORD))
                .filter(row -> LET_IN.contains(row.expected().get("LEAD")))
                .filter(row -> !LET_IN.contains(row.expected().get(without)));
    }

    /** A lead of the town and member there, with a token from before. */
    private final class Infiltrator {
        private final Person person = scene().newcomer();
        private final String token;
        private final String mandate;

        Infiltrator() {
            person.put("/groups/{path}/membership", scene().town).statusCode(200);
            mandate = people.appoint(person, Role.LEAD, scene().town);
            token = person.token();
        }

        void finds(Attempt attempt, String expected) {
            var answer = attempt.by(Person.withToken(token));
            assertThat(AccessMatrixTest.meets(expected, answer))
                    .as(
                            "%s %s expected %s, got %s %s",
                            attempt.method(), attempt.path(), expected, answer.statusCode(), answer.asString())
                    .isTrue();
        }
    }

    private Infiltrator infiltrator() {
        return new Infiltrator();
    }

    private Scene scene() {
        if (scene == null) scene = new Scene(people);
        return scene;
    }
}
