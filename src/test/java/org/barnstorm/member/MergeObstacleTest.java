package org.barnstorm.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Lessons;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps two members from becoming one; nothing is moved then, and most of it can be put right. */
@QuarkusTest
class MergeObstacleTest {
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

    @ParameterizedTest
    @EnumSource(Role.class)
    void authority_is_given_up_first(Role role) {
        authority_is_in_the_way_until_it_is_resigned(gone, role);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void nobody_comes_to_authority_by_having_their_code_used(Role role) {
        authority_is_in_the_way_until_it_is_resigned(stays, role);
    }

    private void authority_is_in_the_way_until_it_is_resigned(Person holder, Role role) {
        var mandate = people.appoint(holder, role, town);
        inTheWay("holds-mandate");
        holder.post("/mandates/{id}/revoke", Map.of("reason", "Two accounts."), mandate)
                .statusCode(200);
        merged();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nobody_escapes_a_suspension(boolean whoGoes) {
        var whom = whoGoes ? gone : stays;
        String suspension = people.lead(town)
                .post(
                        "/groups/{path}/suspensions",
                        Map.of("memberId", whom.id(), "reason", "Reported.", "until", inDays(7)),
                        town)
                .statusCode(201)
                .extract()
                .path("id");
        inTheWay("suspended");
        people.lead(town).act("/suspensions/{id}/lift", suspension).statusCode(200);
        merged();
    }

    @Test
    void vouches_are_withdrawn_first() {
        var vouch = UUID.randomUUID();
        Sql.run(
                "insert into vouch (id, group_id, movement_id, voucher_id, member_id, created_at)"
                        + " select ?, g.id, m.id, ?, ?, now() from local_group g join local_group m on m.path = ?"
                        + " where g.path = ?",
                vouch,
                gone.id(),
                people.member(town).id(),
                town.split("\\.")[0],
                town);
        Sql.run(
                "insert into journal (id, type, subject_type, subject_id, seq, horizon, actor_id, request_id, data)"
                        + " values (gen_random_uuid(), 'vouch.given', 'vouch', ?, 1, '1', ?, 'r', '{}')",
                vouch,
                gone.id());
        inTheWay("vouches");
        gone.act("/vouches/{id}/withdraw", vouch).statusCode(200);
        merged();
    }

    @Test
    void two_places_of_a_task_are_one_too_many() {
        var task = Work.open(people.lead(town), town, 2);
        Work.claim(stays, task);
        var theirs = Work.claim(gone, task);
        inTheWay("same-task");
        gone.post("/assignments/{id}/release", Map.of("fence", Work.fence(gone, theirs)), theirs)
                .statusCode(200);
        merged();
    }

    @Test
    void to_wait_for_a_place_that_one_holds_is_in_the_way() {
        var task = Work.open(people.lead(town), town, 1);
        Work.claim(stays, task);
        gone.put("/tasks/{id}/waitlist", task).statusCode(200);
        inTheWay("same-task");
        gone.delete("/tasks/{id}/waitlist", task);
        merged();
    }

    @Test
    void nobody_is_in_two_places_at_once() {
        Work.claim(stays, saturday());
        var theirs = Work.claim(gone, saturday());
        inTheWay("same-time");
        gone.post("/assignments/{id}/release", Map.of("fence", Work.fence(gone, theirs)), theirs)
                .statusCode(200);
        merged();
    }

    @Test
    void a_handover_to_oneself_is_answered_first() {
        var hold = Work.claim(gone, Work.open(people.lead(town), town, 2));
        gone.post("/assignments/{id}/handover", Map.of("memberId", stays.id(), "fence", Work.fence(gone, hold)), hold)
                .statusCode(200);
        inTheWay("handover-open");
        stays.act("/assignments/{id}/handover/decline", hold).statusCode(200);
        merged();
        assertThat(Sql.value(UUID.class, "select member_id from assignment where id = ?", hold))
                .isEqualTo(stays.id());
    }

    @Test
    void two_ways_through_a_course_are_one_too_many() {
        var course = Lessons.course(people.lead(town), town, Map.of(), Lessons.reading("one"));
        stays.post("/courses/{id}/enrolments", Map.of("group", town), course).statusCode(201);
        String theirs = gone.post("/courses/{id}/enrolments", Map.of("group", town), course)
                .statusCode(201)
                .extract()
                .path("id");
        inTheWay("same-course");
        gone.delete("/enrolments/{id}", theirs);
        merged();
    }

    @Test
    void whoever_is_named_in_a_plan_goes_by_it_first() {
        var lead = people.lead(town);
        lead.post(
                        "/groups/{path}/split",
                        Map.of(
                                "into",
                                town + "-fresh",
                                "name",
                                "Fresh",
                                "memberIds",
                                List.of(gone.id()),
                                "effectiveAt",
                                inDays(20)),
                        town)
                .statusCode(201);
        inTheWay("move-planned");
    }

    private void inTheWay(String code) {
        Doubles.inTheWay(stays, gone, code);
    }

    private void merged() {
        Doubles.merge(stays, gone).statusCode(200);
    }

    private UUID saturday() {
        var wanted = Work.leaflets(town);
        wanted.put("startsAt", inDays(3));
        wanted.put("endsAt", inDays(4));
        return Work.open(people.lead(town), wanted);
    }

    private static String inDays(int days) {
        return Instant.now()
                .plus(days, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}
