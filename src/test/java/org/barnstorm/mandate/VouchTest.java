package org.barnstorm.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.mandate.Offices.keeper;
import static org.barnstorm.mandate.Offices.revoke;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
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

@QuarkusTest
class VouchTest {
    private static final List<String> BUNDLE = List.of("TASK_CREATE", "TASK_EDIT");

    @Inject
    People people;

    private final String town = People.freshTown();

    /** A TRAINER, VERIFIER or STEWARD has authority, but neither leads nor organises, and is new as a volunteer. */
    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 201", "ORGANISER, 201", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_vouch(String role, int status) {
        rule(2);
        var answer = vouch(people.as(role, town), people.member(town));
        if (status == 201) answer.statusCode(201);
        else refused(answer, 403, "trust-too-low");
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_see_the_lineage(String role, int status) {
        var answer = people.as(role, town).get("/groups/{path}/vouches", town);
        if (status == 200) answer.statusCode(200);
        else refused(answer, 403, "no-mandate");
    }

    @Test
    void enough_vouches_earn_the_bundle_at_once() {
        rule(2);
        var ada = people.member(town);
        var first = people.with(ORGANISER, town);
        var second = people.with(ORGANISER, town);
        vouch(first, ada).statusCode(201).body("mandateId", nullValue());
        refused(ada.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
        vouch(second, ada).statusCode(201).body("mandateId", notNullValue());
        ada.post("/tasks", Work.leaflets(town)).statusCode(201);
        ada.get("/me/mandates")
                .body("items.source", contains("VOUCHED"))
                .body("items[0].capabilities", is(BUNDLE))
                .body("items[0].delegationDepth", is(0))
                .body("items[0].until", notNullValue());
        people.lead(town)
                .get("/groups/{path}/vouches?member={member}", town, ada.id())
                .body(
                        "items.voucherId",
                        contains(first.id().toString(), second.id().toString()))
                .body("items.mandateId", hasSize(2));
        Invariants.hold();
    }

    @Test
    void a_withdrawn_vouch_weakens_and_then_ends_what_it_earned() {
        rule(2);
        var ada = people.member(town);
        var vouchers =
                List.of(people.with(ORGANISER, town), people.with(ORGANISER, town), people.with(ORGANISER, town));
        var ids = new ArrayList<String>();
        for (var voucher : vouchers) ids.add(vouched(voucher, ada));
        var task = Work.open(ada, town, 1);
        withdraw(vouchers.get(0), ids.get(0)).statusCode(200).body("withdrawnAt", notNullValue());
        ada.post("/tasks", Work.leaflets(town)).statusCode(201);
        withdraw(vouchers.get(1), ids.get(1)).statusCode(200);
        refused(ada.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
        assertThat(keeper(task)).isEqualTo(people.lead(town).id());
        refused(withdraw(vouchers.get(1), ids.get(1)), 409, "vouch-withdrawn");
        Invariants.hold();
    }

    @Test
    void only_who_gave_a_vouch_withdraws_it() {
        rule(2);
        var id = vouched(people.with(ORGANISER, town), people.member(town));
        refused(withdraw(people.lead(town), id), 403, "not-yours");
        unseen(withdraw(people.member(town), id));
    }

    @Test
    void nobody_vouches_for_themselves_or_round_in_a_circle() {
        rule(3);
        var ada = people.with(ORGANISER, town);
        var ben = people.with(ORGANISER, town);
        var cleo = people.with(ORGANISER, town);
        refused(vouch(ada, ada), 403, "self-vouch");
        vouch(ada, ben).statusCode(201);
        refused(vouch(ada, ben), 409, "already-vouched");
        vouch(ben, cleo).statusCode(201);
        refused(vouch(ben, ada), 409, "vouch-circle");
        refused(vouch(cleo, ada), 409, "vouch-circle");
    }

    @Test
    void I_20_a_ring_of_people_who_vouch_at_once_never_closes() {
        rule(3);
        var ring = new ArrayList<Person>();
        for (var i = 0; i < 6; i++) ring.add(people.with(ORGANISER, town));
        ring.forEach(Person::id);
        List<Callable<Integer>> acts = new ArrayList<>();
        for (var i = 0; i < ring.size(); i++) {
            var from = ring.get(i);
            var to = ring.get((i + 1) % ring.size());
            acts.add(() -> {
                var answer = vouch(from, to).extract();
                while (answer.statusCode() == 409 && answer.<String>path("type").endsWith("/busy")) {
                    answer = vouch(from, to).extract();
                }
                return answer.statusCode();
            });
        }
        assertThat(Concurrently.race(acts)).containsOnlyOnce(409).containsOnly(201, 409);
        Invariants.hold();
    }

    @Test
    void vouches_that_arrive_at_once_earn_one_mandate() {
        rule(2);
        var ada = people.member(town);
        List<Callable<Integer>> acts = new ArrayList<>();
        for (var i = 0; i < 5; i++) {
            var voucher = people.with(ORGANISER, town);
            voucher.id();
            acts.add(() -> {
                var answer = vouch(voucher, ada).extract();
                while (answer.statusCode() == 409) answer = vouch(voucher, ada).extract();
                return answer.statusCode();
            });
        }
        assertThat(Concurrently.race(acts)).containsOnly(201);
        ada.get("/me/mandates").body("items", hasSize(1));
        Invariants.hold();
    }

    @Test
    void a_vouch_costs_and_comes_back() {
        rule(2);
        var ada = people.with(ORGANISER, town);
        var last = "";
        for (var i = 0; i < 5; i++) last = vouched(ada, people.member(town));
        refused(vouch(ada, people.member(town)), 409, "vouches-spent")
                .body("open", is(5))
                .body("budget", is(5));
        ada.get("/me/trust?group={group}", town).body("vouchesOpen", is(5)).body("vouchesMost", is(5));
        withdraw(ada, last).statusCode(200);
        vouched(ada, people.member(town));
        ada.get("/me/vouches").body("items", hasSize(6));
    }

    @Test
    void a_vouch_for_somebody_who_had_to_be_revoked_stays_spent() {
        rule(2);
        var ada = people.member(town);
        var voucher = people.with(ORGANISER, town);
        var id = vouched(voucher, ada);
        vouched(people.with(ORGANISER, town), ada);
        vouched(people.with(ORGANISER, town), ada); // enough without the first
        String mandate = ada.get("/me/mandates").extract().path("items[0].id");
        revoke(people.lead(town), mandate).statusCode(200);
        withdraw(voucher, id).statusCode(200);
        voucher.get("/me/trust?group={group}", town).body("vouchesOpen", is(1));
        people.lead(town).act("/mandates/{id}/restore", mandate).statusCode(200);
        voucher.get("/me/trust?group={group}", town).body("vouchesOpen", is(0));
    }

    @Test
    void without_a_rule_or_a_membership_vouches_mean_nothing() {
        var ada = people.with(ORGANISER, town);
        refused(vouch(ada, people.member(town)), 409, "no-vouching");
        rule(2);
        refused(vouch(ada, people.newcomer()), 409, "not-a-member");
        refused(vouch(people.lead(town), people.member(town)), 409, "not-a-member");
        var nobody = Map.of("memberId", UUID.randomUUID());
        refused(people.member(town).post("/groups/{path}/vouches", nobody, town), 403, "trust-too-low");
        unseen(ada.post("/groups/{path}/vouches", Map.of("memberId", UUID.randomUUID()), town));
        var suspended = people.member(town);
        Offices.suspend(people.lead(town), town, suspended).statusCode(201);
        refused(vouch(ada, suspended), 409, "not-a-member");
    }

    @Test
    void confirmed_work_over_two_weeks_makes_a_member_active() {
        rule(2);
        var ada = people.member(town);
        ada.get("/me/trust?group={group}", town).body("level", is(0)).body("confirmed", is(0));
        var lead = people.with(LEAD, town);
        for (var i = 0; i < 3; i++) {
            var hold = Work.done(ada, Work.open(lead, town, 1));
            Work.verify(lead, hold);
            ada.get("/me/trust?group={group}", town).body("level", is(1));
        }
        refused(vouch(ada, people.member(town)), 403, "trust-too-low")
                .body("level", is(1))
                .body("needed", is(2));
        Sql.run(
                "update assignment set completed_at = completed_at - interval '15 days' where id = "
                        + "(select min(id::text)::uuid from assignment where member_id = ?)",
                ada.id());
        ada.get("/me/trust?group={group}", town).body("level", is(2)).body("days", is(15));
        vouch(ada, people.member(town)).statusCode(201);
    }

    @Test
    void a_vouched_mandate_alone_does_not_make_one_an_organiser() {
        people.grow(town);
        people.lead(town)
                .replace("/groups/{path}/mandate-rules", rules(List.of(), 2, List.of("TASK_ASSIGN")), town)
                .statusCode(200);
        var ada = people.member(town);
        vouched(people.with(ORGANISER, town), ada);
        vouched(people.with(ORGANISER, town), ada);
        ada.get("/me/trust?group={group}", town).body("level", is(1));
    }

    @Test
    void the_rule_of_the_nearest_group_counts() {
        rule(3);
        var quarter = town + ".quarter";
        people.grow(quarter);
        people.lead(town)
                .replace("/groups/{path}/mandate-rules", rules(List.of(), 2, List.of("MEMBER_READ")), quarter)
                .statusCode(200)
                .body("vouching.saidBy", is(quarter));
        var below = quarter + ".street";
        people.grow(below);
        people.member(town)
                .get("/groups/{path}/mandate-rules", below)
                .body("vouching.needed", is(2))
                .body("vouching.saidBy", is(quarter));
    }

    @Test
    void nobody_lets_vouches_earn_more_than_they_could_hand_on() {
        var lead = people.newcomer();
        var wanted = Map.of(
                "memberId", lead.id(), "group", town, "capabilities", List.of("MANDATE_GRANT"), "delegationDepth", 1);
        people.grow(town);
        people.lead(town).post("/mandates", wanted).statusCode(201);
        refused(
                lead.replace("/groups/{path}/mandate-rules", rules(List.of(), 2, BUNDLE), town),
                403,
                "beyond-own-authority");
        people.member(town).get("/groups/{path}/mandate-rules", town).body("vouching", nullValue());
        people.member(town).get("/me/vouches").body("items", empty());
    }

    private void rule(int needed) {
        people.grow(town);
        people.lead(town)
                .replace("/groups/{path}/mandate-rules", rules(List.of(), needed, BUNDLE), town)
                .statusCode(200);
    }

    static Map<String, Object> rules(List<String> twoPerson, int needed, List<String> capabilities) {
        return Map.of(
                "twoPerson", twoPerson, "vouching", Map.of("needed", needed, "capabilities", capabilities, "days", 90));
    }

    private String vouched(Person voucher, Person whom) {
        return vouch(voucher, whom).statusCode(201).extract().path("id");
    }

    private ValidatableResponse vouch(Person voucher, Person whom) {
        return voucher.post("/groups/{path}/vouches", Map.of("memberId", whom.id()), town);
    }

    private static ValidatableResponse withdraw(Person voucher, String id) {
        return voucher.act("/vouches/{id}/withdraw", id);
    }
}
