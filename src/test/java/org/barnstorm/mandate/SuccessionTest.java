package org.barnstorm.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.authority.Role.VERIFIER;
import static org.barnstorm.mandate.Offices.grant;
import static org.barnstorm.mandate.Offices.keeper;
import static org.barnstorm.mandate.Offices.revoke;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The office goes on when the person goes (I-21). */
@QuarkusTest
class SuccessionTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 201", "ORGANISER, 404", "TRAINER, 404", "VERIFIER, 404", "STEWARD, 404"})
    void who_may_replace_somebody(String role, int status) {
        var mandate = people.appoint(people.newcomer(), ORGANISER, town);
        var answer = people.as(role, town).post("/mandates/{id}/succession", to(people.newcomer()), mandate);
        if (status == 201) answer.statusCode(201).body("role", is("ORGANISER"));
        else unseen(answer);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_list_orphans(String role, int status) {
        var answer = people.as(role, town).get("/groups/{path}/orphans", town);
        if (status == 200) answer.statusCode(200);
        else refused(answer, 403, "no-mandate");
    }

    @Test
    void a_lead_steps_down_and_everything_open_goes_to_the_successor_in_one_act() {
        var ada = people.newcomer();
        var office = people.appoint(ada, LEAD, town);
        var open = Work.open(ada, town, 2);
        var draft = Work.draft(ada, Work.leaflets(town));
        var ben = people.newcomer();
        String next = ada.post("/mandates/{id}/succession", to(ben), office)
                .statusCode(201)
                .body("memberId", is(ben.id().toString()))
                .body("role", is("LEAD"))
                .body("source", is("APPOINTED"))
                .body("grantedUnder", is(office))
                .extract()
                .path("id");
        people.lead(town)
                .get("/mandates/{id}", office)
                .body("status", is("REVOKED"))
                .body("revokeReason", is("Moving to Leeds."));
        refused(ada.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
        ben.act("/tasks/{id}/publish", draft).statusCode(200);
        assertThat(List.of(keeper(open), keeper(draft))).containsOnly(ben.id());
        ben.get("/me/entrusted-tasks").body("items.task.id", hasItem(open.toString()));
        people.lead(town).get("/mandates/{id}", next).body("status", is("LIVE"));
        refused(people.lead(town).act("/mandates/{id}/restore", office), 409, "not-restorable");
        Invariants.hold();
    }

    @Test
    void a_place_given_to_the_office_goes_with_the_office() {
        var ada = people.newcomer();
        var office = people.appoint(ada, VERIFIER, town);
        var task = Work.open(people.lead(town), town, 1);
        String place = people.lead(town)
                .post("/tasks/{id}/assignments", Map.of("role", VERIFIER, "group", town), task)
                .statusCode(201)
                .extract()
                .path("id");
        var ben = people.newcomer();
        people.lead(town).post("/mandates/{id}/succession", to(ben), office).statusCode(201);
        ada.get("/me/offices").body("items", empty());
        ben.get("/me/offices").body("items.assignment.id", contains(place));
    }

    @Test
    void who_cannot_hand_on_is_replaced_by_the_lead() {
        var ada = people.newcomer();
        var mandate = people.appoint(ada, ORGANISER, town);
        var task = Work.open(ada, town, 1);
        var ben = people.newcomer();
        refused(ada.post("/mandates/{id}/succession", to(ben), mandate), 403, "beyond-own-authority");
        people.lead(town)
                .post("/mandates/{id}/succession", to(ben), mandate)
                .statusCode(201)
                .body("grantedBy", is(people.lead(town).id().toString()));
        assertThat(keeper(task)).isEqualTo(ben.id());
        refused(people.lead(town).post("/mandates/{id}/succession", to(ben), mandate), 409, "mandate-revoked");
        Invariants.hold();
    }

    @Test
    void a_successor_is_somebody_else_who_exists() {
        var ada = people.newcomer();
        var office = people.appoint(ada, LEAD, town);
        refused(ada.post("/mandates/{id}/succession", to(ada), office), 422, "same-person");
        unseen(ada.post("/mandates/{id}/succession", Map.of("memberId", UUID.randomUUID(), "reason", "x"), office));
        ada.post("/tasks", Work.leaflets(town)).statusCode(201);
    }

    @Test
    void nobody_replaces_whom_their_own_authority_comes_from() {
        var lead = people.newcomer();
        var root = people.appoint(lead, LEAD, town);
        var ben = people.newcomer();
        grant(lead, ben, LEAD, town, "APPOINTED");
        refused(ben.post("/mandates/{id}/succession", to(people.newcomer()), root), 403, "own-grantor");
    }

    @Test
    void of_many_who_step_down_at_once_there_is_one_successor() {
        for (var round = 0; round < 5; round++) {
            var ada = people.newcomer();
            var office = people.appoint(ada, LEAD, town);
            assertThat(race(ada, ada, ada, office)).containsOnlyOnce(201).containsOnly(201, 409);
            assertThat(successors(office)).isEqualTo(1);
            refused(ada.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
        }
        Invariants.hold();
    }

    @Test
    void of_a_holder_and_a_lead_who_name_a_successor_at_once_one_does() {
        for (var round = 0; round < 5; round++) {
            var ada = people.newcomer();
            var office = people.appoint(ada, LEAD, town);
            var above = people.lead(town);
            assertThat(race(ada, above, above, office)).containsOnlyOnce(201).containsOnly(201, 409);
            assertThat(successors(office)).isEqualTo(1);
        }
        Invariants.hold();
    }

    private List<Integer> race(Person first, Person second, Person third, String office) {
        List<Callable<Integer>> acts = new ArrayList<>();
        for (var by : List.of(first, second, third)) {
            var heir = people.newcomer();
            heir.id();
            acts.add(() -> {
                var answer =
                        by.post("/mandates/{id}/succession", to(heir), office).extract();
                while (answer.statusCode() == 409 && answer.<String>path("type").endsWith("/busy")) {
                    answer = by.post("/mandates/{id}/succession", to(heir), office)
                            .extract();
                }
                return answer.statusCode();
            });
        }
        return Concurrently.race(acts);
    }

    /** How many have the office after it was passed on. */
    private static long successors(String office) {
        return Sql.value(
                Long.class,
                "select count(*) from mandate next join mandate_ending e on e.next_mandate_id = next.id"
                        + " where e.mandate_id = ? and next.revoked_at is null",
                UUID.fromString(office));
    }

    @Test
    void a_deputy_acts_for_a_time_and_hands_nothing_on() {
        var ada = people.newcomer();
        var office = people.appoint(ada, LEAD, town);
        var ben = people.newcomer();
        var wanted = deputy(ben, Duration.ofDays(14));
        ada.post("/mandates/{id}/deputies", wanted, office)
                .statusCode(201)
                .body("source", is("DELEGATED"))
                .body("role", is("LEAD"))
                .body("delegationDepth", is(0))
                .body("grantedUnder", is(office))
                .body("until", notNullValue());
        ben.post("/tasks", Work.leaflets(town)).statusCode(201);
        var further = Map.of("memberId", people.newcomer().id(), "group", town, "role", ORGANISER);
        refused(ben.post("/mandates", further), 403, "beyond-own-authority");
        revoke(people.lead(town), office).statusCode(200);
        refused(ben.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
    }

    @Test
    void a_deputy_may_have_less_and_never_longer() {
        var ada = people.newcomer();
        var office = people.appoint(ada, LEAD, town);
        var ben = people.newcomer();
        var some = deputy(ben, Duration.ofDays(3));
        some.put("capabilities", List.of("TASK_EDIT", "TASK_ASSIGN"));
        ada.post("/mandates/{id}/deputies", some, office)
                .statusCode(201)
                .body("capabilities", contains("TASK_EDIT", "TASK_ASSIGN"));
        refused(
                ada.post("/mandates/{id}/deputies", deputy(ben, Duration.ofDays(4000)), office),
                403,
                "beyond-own-authority");
        refused(ada.post("/mandates/{id}/deputies", deputy(ben, Duration.ofDays(-1)), office), 422, "term-backwards");
        refused(ada.post("/mandates/{id}/deputies", deputy(ada, Duration.ofDays(1)), office), 403, "self-grant");
        var other = people.lead(town).post("/mandates/{id}/deputies", deputy(ben, Duration.ofDays(1)), office);
        refused(other, 403, "not-yours");
    }

    @Test
    void I_21_a_group_with_members_and_no_lead_is_on_the_list_with_the_lead_above() {
        var quarter = town + ".quarter";
        people.member(quarter);
        people.grow(town + ".empty");
        var movement = people.lead(town);
        movement.get("/groups/{path}/orphans", town)
                .body("items.group", contains(quarter))
                .body("items[0].members", is(1))
                .body("items[0].fallbackId", is(movement.id().toString()));
        var ada = people.newcomer();
        var office = people.appoint(ada, LEAD, quarter);
        movement.get("/groups/{path}/orphans", town).body("items", empty());
        revoke(movement, office).statusCode(200);
        var near = people.with(LEAD, town);
        movement.get("/groups/{path}/orphans", town)
                .body("items.group", contains(quarter))
                .body("items[0].fallbackId", is(near.id().toString()));
    }

    @Test
    void a_lead_whose_term_is_over_or_who_is_suspended_is_not_accountable() {
        var quarter = town + ".quarter";
        var ada = people.with(LEAD, quarter);
        var movement = people.lead(town);
        movement.get("/groups/{path}/orphans", town).body("items.group", not(hasItem(quarter)));
        String id =
                Offices.suspend(movement, town, ada).statusCode(201).extract().path("id");
        people.member(quarter);
        movement.get("/groups/{path}/orphans", town).body("items.group", hasItem(quarter));
        movement.act("/suspensions/{id}/lift", id).statusCode(200);
        Sql.run("update mandate set valid_until = now() where member_id = ?", ada.id());
        movement.get("/groups/{path}/orphans", town).body("items.group", hasItem(quarter));
    }

    @Test
    void orphans_come_in_pages() {
        for (var name : List.of("a", "b", "c")) people.member(town + "." + name);
        String next = people.lead(town)
                .get("/groups/{path}/orphans?limit=2", town)
                .body("items.group", contains(town + ".a", town + ".b"))
                .extract()
                .path("next");
        people.lead(town)
                .get("/groups/{path}/orphans?limit=2&cursor={next}", town, next)
                .body("items.group", contains(town + ".c"));
    }

    private static Map<String, Object> to(Person successor) {
        return Map.of("memberId", successor.id(), "reason", "Moving to Leeds.");
    }

    private static Map<String, Object> deputy(Person deputy, Duration away) {
        return new HashMap<>(Map.of(
                "memberId", deputy.id(), "until", Instant.now().plus(away).toString()));
    }
}
