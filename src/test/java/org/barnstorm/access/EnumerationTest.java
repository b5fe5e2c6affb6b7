package org.barnstorm.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.http.Method;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * T-39: what is there and not for one's eyes is answered as what was never there. Not after the same time: see
 * docs/threat-model.md.
 */
@QuarkusTest
class EnumerationTest {
    @Inject
    People people;

    private final String town = People.freshTown();
    private Person stranger;
    private Map<String, UUID> hidden;

    @BeforeEach
    void things_in_a_town_of_others() {
        stranger = people.with(LEAD, People.freshTown());
        var lead = people.with(LEAD, town);
        var task = Work.open(lead, town, 2);
        hidden = Map.of(
                "task", task,
                "draft", Work.draft(lead, Work.leaflets(town)),
                "assignment", Work.claim(people.member(town), task),
                "mandate", UUID.fromString(people.appoint(people.member(town), LEAD, town)));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, task, /tasks/{id}",
        "GET, task, /tasks/{id}/eligibility",
        "PUT, task, /tasks/{id}/claim",
        "GET, draft, /tasks/{id}",
        "PUT, draft, /tasks/{id}/claim",
        "GET, assignment, /assignments/{id}",
        "GET, mandate, /mandates/{id}",
    })
    void T_39_what_is_hidden_is_answered_like_what_is_not_there(Method method, String thing, String path) {
        var there = answer(method, path, hidden.get(thing));
        var nowhere = answer(method, path, unknown());
        assertThat(there).isEqualTo(nowhere).startsWith("404 ");
    }

    /** Of the same version and age as those that the service makes. */
    private static UUID unknown() {
        var random = UUID.randomUUID();
        return new UUID(random.getMostSignificantBits() & ~0xF000L | 0x7000, random.getLeastSignificantBits());
    }

    /** Status, names of fields of the header, and body, without what is different in every answer. */
    private String answer(Method method, String path, UUID id) {
        var answer = stranger.request().request(method, path, id);
        var names =
                answer.headers().asList().stream().map(Header::getName).sorted().toList();
        return answer.statusCode() + " " + names + " "
                + answer.asString().replace(answer.header("X-Request-Id"), "").replace(id.toString(), "");
    }
}
