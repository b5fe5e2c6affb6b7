package org.barnstorm.mandate;

import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.mandate.Offices.revoke;
import static org.barnstorm.testing.Problems.refused;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;

/** What vouches do not get round: a second person, a lead who said no, and those who took their vouch back. */
@QuarkusTest
class VouchLimitsTest {
    private static final List<String> BUNDLE = List.of("TASK_CREATE", "TASK_EDIT");

    @Inject
    People people;

    private final String town = People.freshTown();

    @Test
    void what_two_people_grant_waits_for_a_lead_who_did_not_vouch() {
        var vouchers = List.of(people.with(LEAD, town), people.with(ORGANISER, town));
        rule(List.of("TASK_CREATE"));
        var ada = people.member(town);
        vouchers.forEach(voucher -> vouched(voucher, ada));
        var mandate = last(ada);
        people.lead(town).get("/mandates/{id}", mandate).body("status", is("PENDING"));
        refused(ada.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
        refused(vouchers.get(0).act("/mandates/{id}/confirm", mandate), 403, "second-person");
        people.lead(town).act("/mandates/{id}/confirm", mandate).statusCode(200).body("status", is("LIVE"));
        ada.post("/tasks", Work.leaflets(town)).statusCode(201);
        Invariants.hold();
    }

    @Test
    void what_a_lead_has_taken_vouches_do_not_give_back_until_a_lead_confirms() {
        rule(List.of());
        var ada = people.member(town);
        vouchedByTwo(ada);
        revoke(people.lead(town), last(ada)).statusCode(200);
        vouchedByTwo(ada);
        refused(ada.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
        var again = last(ada);
        people.lead(town).act("/mandates/{id}/confirm", again).statusCode(200).body("status", is("LIVE"));
        ada.post("/tasks", Work.leaflets(town)).statusCode(201);
        Invariants.hold();
    }

    @Test
    void nor_what_was_taken_as_an_appointment_above_or_below() {
        rule(List.of());
        var quarter = town + ".quarter";
        people.grow(quarter);
        for (var where : List.of(town.split("\\.")[0], quarter)) {
            var ada = people.member(town);
            revoke(people.lead(town), people.appoint(ada, ORGANISER, where)).statusCode(200);
            vouchedByTwo(ada);
            people.lead(town).get("/mandates/{id}", last(ada)).body("status", is("PENDING"));
        }
    }

    @Test
    void who_resigned_or_lost_something_else_earns_it_at_once() {
        rule(List.of());
        var resigned = people.member(town);
        revoke(resigned, people.appoint(resigned, ORGANISER, town)).statusCode(200);
        var verifier = people.member(town);
        revoke(people.lead(town), people.appoint(verifier, Role.VERIFIER, town)).statusCode(200);
        for (var ada : List.of(resigned, verifier)) {
            vouchedByTwo(ada);
            ada.get("/me/mandates").body("items.status", hasItem("LIVE"));
        }
    }

    @Test
    void a_revocation_taken_back_stands_in_nobodys_way() {
        rule(List.of());
        var ada = people.member(town);
        var mandate = people.appoint(ada, ORGANISER, town);
        revoke(people.lead(town), mandate).statusCode(200);
        people.lead(town).act("/mandates/{id}/restore", mandate).statusCode(200);
        vouchedByTwo(ada);
        people.lead(town).get("/mandates/{id}", last(ada)).body("status", is("LIVE"));
    }

    @Test
    void what_too_few_still_vouch_for_is_not_restored() {
        rule(List.of());
        var ada = people.member(town);
        var voucher = people.with(ORGANISER, town);
        var vouch = vouched(voucher, ada);
        vouched(people.with(ORGANISER, town), ada);
        var mandate = last(ada);
        revoke(people.lead(town), mandate).statusCode(200);
        voucher.act("/vouches/{id}/withdraw", vouch).statusCode(200);
        refused(people.lead(town).act("/mandates/{id}/restore", mandate), 409, "too-few-vouches");
        Invariants.hold();
    }

    @Test
    void withdrawing_and_restoring_at_once_leaves_nothing_alive_that_too_few_vouch_for() {
        rule(List.of());
        for (var round = 0; round < 5; round++) {
            var ada = people.member(town);
            var voucher = people.with(ORGANISER, town);
            var vouch = vouched(voucher, ada);
            vouched(people.with(ORGANISER, town), ada);
            var mandate = last(ada);
            revoke(people.lead(town), mandate).statusCode(200);
            Concurrently.race(List.of(
                    () -> patiently(() -> voucher.act("/vouches/{id}/withdraw", vouch)),
                    () -> patiently(() -> people.lead(town).act("/mandates/{id}/restore", mandate))));
            people.lead(town).get("/mandates/{id}", mandate).body("status", is("REVOKED"));
        }
        Invariants.hold();
    }

    private static int patiently(Supplier<ValidatableResponse> act) {
        var answer = act.get().extract();
        while (answer.statusCode() == 409 && answer.<String>path("type").endsWith("/busy")) {
            answer = act.get().extract();
        }
        return answer.statusCode();
    }

    private void rule(List<String> twoPerson) {
        people.grow(town);
        people.lead(town)
                .replace("/groups/{path}/mandate-rules", VouchTest.rules(twoPerson, 2, BUNDLE), town)
                .statusCode(200);
    }

    private void vouchedByTwo(Person whom) {
        for (var i = 0; i < 2; i++) vouched(people.with(ORGANISER, town), whom);
    }

    private String vouched(Person voucher, Person whom) {
        return voucher.post("/groups/{path}/vouches", Map.of("memberId", whom.id()), town)
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The mandate that somebody got last. */
    private static String last(Person whom) {
        List<String> ids = whom.get("/me/mandates").statusCode(200).extract().path("items.id");
        return ids.get(ids.size() - 1);
    }
}
