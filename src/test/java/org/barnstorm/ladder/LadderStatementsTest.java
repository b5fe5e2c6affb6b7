package org.barnstorm.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.authority.Role.VERIFIER;

import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.KindsOfWork;
import org.barnstorm.testing.Lessons;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Statements;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;

/** However long somebody's path and however many people there are, it takes the same statements. */
@QuarkusTest
class LadderStatementsTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @Test
    void a_long_path_takes_the_same_statements_as_a_short_one() {
        var lead = people.with(LEAD, town);
        var ada = people.member(town);
        var rule = Map.of("needed", 20, "capabilities", List.of("TASK_CREATE"), "days", 90);
        lead.replace("/groups/{path}/mandate-rules", Map.of("twoPerson", List.of(), "vouching", rule), town)
                .statusCode(200);
        everythingOnce(lead, ada);
        var few = count(ada, "/me/path");
        for (var i = 0; i < 4; i++) everythingOnce(lead, ada);
        var many = count(ada, "/me/path");
        Log.infof("Statements of /me/path: %d", many);
        assertThat(ada.get("/me/path").extract().jsonPath().getList("enrolments"))
                .hasSize(5);
        assertThat(many).isEqualTo(few).isBetween(10, 30);
    }

    /** One more of all that a path can have: work, courses, a kind of tasks, a qualification, a mandate, a vouch. */
    private void everythingOnce(Person lead, Person member) {
        var begun = Lessons.course(lead, town, Map.of(), Lessons.reading("one"));
        Lessons.enrol(member, begun, town);
        var learnt = Lessons.course(lead, town, Map.of("validMonths", 1), Lessons.reading("one"));
        Lessons.done(member, Lessons.enrol(member, learnt, town), "one").statusCode(200);
        var code = "kind-" + UUID.randomUUID().toString().substring(0, 8);
        KindsOfWork.make(lead, town, code, KindsOfWork.canvass()).statusCode(201);
        var wanted = Work.leaflets(town, "requiredCourseId", begun);
        wanted.put("kind", code);
        Work.open(lead, wanted);
        Work.open(lead, town, 1);
        mandate(lead, member);
        vouch(people.with(ORGANISER, town), member);
    }

    @Test
    void lists_of_people_take_the_same_statements_for_every_length() {
        var lead = people.with(LEAD, town);
        var rule = Map.of("needed", 2, "capabilities", List.of("TASK_CREATE"), "days", 90);
        lead.replace("/groups/{path}/mandate-rules", Map.of("twoPerson", List.of(), "vouching", rule), town)
                .statusCode(200);
        var course = Lessons.course(lead, town, Map.of(), Lessons.reading("one"));
        var confirmed = Lessons.course(lead, town, Map.of("completion", "CONFIRMED"), Lessons.reading("one"));
        for (var i = 0; i < 12; i++) {
            var voucher = people.with(ORGANISER, town);
            var member = people.member(town);
            Lessons.done(member, Lessons.enrol(member, course, town), "one").statusCode(200);
            Lessons.done(member, Lessons.enrol(member, confirmed, town), "one").statusCode(200);
            vouch(voucher, member);
            mandate(lead, people.member(town));
            Work.done(member, Work.open(lead, town, 1));
            Sql.run(
                    "update assignment set held_at = held_at - interval '90 days',"
                            + " completed_at = completed_at - interval '90 days' where member_id = ?",
                    member.id());
        }
        constant(lead, "ready-people", 16);
        constant(lead, "quiet-people", 8);
        constant(lead, "ending-mandates", 8);
    }

    private void constant(Person lead, String list, int most) {
        var path = "/groups/" + town + "/" + list + "?limit=";
        assertThat(lead.get(path + 12).extract().jsonPath().getList("items")).hasSize(12);
        var counts = List.of(1, 5, 12).stream()
                .map(limit -> count(lead, path + limit))
                .distinct()
                .toList();
        Log.infof("Statements of %s: %s", list, counts);
        assertThat(counts).as(list).hasSize(1);
        assertThat(counts.get(0)).isBetween(3, most);
    }

    private void mandate(Person lead, Person to) {
        var wanted = new HashMap<String, Object>(Map.of("memberId", to.id(), "group", town, "role", VERIFIER));
        wanted.put("until", Instant.now().plus(Duration.ofDays(9)).toString());
        lead.post("/mandates", wanted).statusCode(201);
    }

    private void vouch(Person voucher, Person whom) {
        voucher.post("/groups/{path}/vouches", Map.of("memberId", whom.id()), town)
                .statusCode(201);
    }

    private static int count(Person person, String path) {
        person.get(path).statusCode(200); // groups that were never asked for are remembered from now on
        var requestId = "count-" + UUID.randomUUID();
        var statements = Statements.follow(requestId);
        person.request().header("X-Request-Id", requestId).get(path).then().statusCode(200);
        return statements.size();
    }
}
