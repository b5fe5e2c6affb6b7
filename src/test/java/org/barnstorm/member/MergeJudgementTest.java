package org.barnstorm.member;

import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.authority.Role.TRAINER;
import static org.barnstorm.authority.Role.VERIFIER;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.Lessons;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Trusting;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two members who decided about each other do not become one: nobody decides about themselves. */
@QuarkusTest
class MergeJudgementTest {
    @Inject
    People people;

    private final String town = People.freshTown();
    private Person stays;
    private Person gone;

    @BeforeEach
    void somebody_with_two_accounts() {
        stays = people.member(town, "Ada Lovelace");
        gone = people.member(town, "Ada King");
    }

    @AfterEach
    void budgets_as_before() {
        Trusting.everybody();
    }

    @Test
    void nobody_is_their_own_grantor() {
        var office = people.appoint(gone, LEAD, town);
        gone.post("/mandates", Map.of("memberId", stays.id(), "group", town, "role", VERIFIER))
                .statusCode(201);
        end(office);
        inTheWay("holds-mandate");
    }

    @Test
    void nobody_has_verified_their_own_work() {
        var hold = Work.done(gone, Work.open(people.lead(town), town, 2));
        people.appoint(stays, VERIFIER, town);
        Work.verify(stays, hold);
        inTheWay("verified-by-the-other");
    }

    @Test
    void nor_has_somebody_who_was_part_of_them_before() {
        var hold = Work.done(gone, Work.open(people.lead(town), town, 2));
        var verifier = people.member(town);
        var office = people.appoint(verifier, VERIFIER, town);
        Work.verify(verifier, hold);
        end(office);
        Doubles.merge(stays, verifier).statusCode(200);
        inTheWay("verified-by-the-other");
    }

    @Test
    void nobody_has_undone_their_own_work() {
        Work.claim(gone, Work.open(people.lead(town), town, 2));
        people.appoint(stays, LEAD, town);
        var seen = stays.get("/groups/{path}/undo?member={member}&since=2020-01-01T00:00:00Z", town, gone.id())
                .statusCode(200)
                .extract();
        stays.post(
                        "/groups/{path}/undo",
                        Map.of(
                                "memberId",
                                gone.id(),
                                "since",
                                "2020-01-01T00:00:00Z",
                                "reason",
                                "A mistake.",
                                "expected",
                                seen.path("expected")),
                        town)
                .statusCode(201);
        inTheWay("undone-by-the-other");
    }

    @Test
    void nobody_reviews_their_own_task() {
        var office = people.appoint(gone, ORGANISER, town);
        Trusting.probation(1);
        String task = gone.post("/tasks", Work.leaflets(town))
                .statusCode(201)
                .extract()
                .path("id");
        gone.act("/tasks/{id}/publish", task).statusCode(200);
        end(office);
        inTheWay("in-review");
    }

    @Test
    void nobody_has_recorded_their_own_completion() {
        people.appoint(stays, TRAINER, town);
        String course = people.lead(town)
                .post("/courses", Map.of("group", town, "title", "Listening", "description", "One evening."))
                .statusCode(201)
                .extract()
                .path("id");
        stays.post("/courses/{id}/completions", Map.of("memberId", gone.id(), "group", town), course)
                .statusCode(201);
        inTheWay("taught-by-the-other");
    }

    @Test
    void nobody_has_signed_for_themselves() {
        var course = Lessons.course(people.lead(town), town, Map.of(), Lessons.practical("one"));
        String enrolment = gone.post("/courses/{id}/enrolments", Map.of("group", town), course)
                .statusCode(201)
                .extract()
                .path("id");
        var signed = UUID.randomUUID();
        Sql.run(
                "insert into sign_off (id, enrolment_id, module, signed_by, day, signed_at)"
                        + " values (?, ?, 'one', ?, current_date, now() + interval '1 minute')",
                signed,
                UUID.fromString(enrolment),
                stays.id());
        Sql.run(
                "insert into journal (id, type, subject_type, subject_id, seq, horizon, actor_id, request_id, data)"
                        + " values (gen_random_uuid(), 'signoff.given', 'signoff', ?, 1, '1', ?, 'r', '{}')",
                signed,
                stays.id());
        inTheWay("attested-by-the-other");
    }

    private void inTheWay(String code) {
        Doubles.inTheWay(stays, gone, code);
    }

    private void end(String mandate) {
        people.lead(town)
                .post("/mandates/{id}/revoke", Map.of("reason", "Two accounts."), mandate)
                .statusCode(200);
    }
}
