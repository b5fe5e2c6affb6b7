package org.barnstorm.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RevocationTest {
    private static final Map<String, String> WHY = Map.of("reason", "Stepped back after the autumn round.");

    @Inject
    People people;

    private final String town = People.freshTown();

    @Test
    void I_19_a_revoked_mandate_allows_nothing_at_the_very_next_request() {
        var ada = people.newcomer();
        var mandate = people.appoint(ada, ORGANISER, town);
        var draft = Work.draft(ada, Work.leaflets(town));
        revoke(people.lead(town), mandate)
                .statusCode(200)
                .body("status", is("REVOKED"))
                .body("revokedAt", notNullValue())
                .body("revokeReason", is("Stepped back after the autumn round."));
        refused(ada.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
        refused(ada.act("/tasks/{id}/publish", draft), 403, "no-mandate");
        refused(ada.get("/groups/{path}/members", town), 403, "no-mandate");
        ada.get("/mandates/{id}", mandate).body("revokeReason", is("Stepped back after the autumn round."));
    }

    @Test
    void what_was_made_under_a_mandate_stays() {
        var ada = people.newcomer();
        var mandate = people.appoint(ada, ORGANISER, town);
        var task = Work.open(ada, town, 1);
        revoke(people.lead(town), mandate).statusCode(200);
        people.member(town).put("/tasks/{id}/claim", task).statusCode(200);
    }

    @Test
    void delegated_mandates_end_with_the_one_they_came_from_and_appointed_ones_stay() {
        var lead = people.newcomer();
        var root = people.appoint(lead, LEAD, town);
        var delegate = people.newcomer();
        var delegated = grant(lead, delegate, LEAD, "DELEGATED");
        var deeper = grant(delegate, people.newcomer(), ORGANISER, "DELEGATED");
        var officer = people.newcomer();
        var office = grant(lead, officer, LEAD, "APPOINTED");
        var belowOffice = grant(officer, people.newcomer(), ORGANISER, "DELEGATED");
        var officeOfDelegate = grant(delegate, people.newcomer(), ORGANISER, "APPOINTED");
        revoke(people.lead(town), root).statusCode(200);
        for (var ended : new String[] {root, delegated, deeper}) {
            people.lead(town).get("/mandates/{id}", ended).body("status", is("REVOKED"));
            assertThat(revocations(ended)).isEqualTo(1);
        }
        for (var kept : new String[] {office, belowOffice, officeOfDelegate}) {
            people.lead(town).get("/mandates/{id}", kept).body("status", is("LIVE"));
        }
        refused(delegate.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
        officer.post("/tasks", Work.leaflets(town)).statusCode(201);
    }

    @Test
    void anybody_resigns_from_their_own() {
        var ada = people.newcomer();
        var mandate = people.appoint(ada, ORGANISER, town);
        revoke(ada, mandate).statusCode(200).body("status", is("REVOKED"));
        refused(ada.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
        var types = Sql.column(
                String.class, "select type from journal where subject_id = ? order by seq", UUID.fromString(mandate));
        assertThat(types).containsExactly("mandate.granted", "mandate.resigned");
    }

    @Test
    void a_mandate_is_revoked_once() {
        var lead = people.lead(town);
        var mandate = people.appoint(people.newcomer(), ORGANISER, town);
        revoke(lead, mandate).statusCode(200);
        refused(revoke(lead, mandate), 409, "mandate-revoked");
    }

    @Test
    void nobody_revokes_what_their_own_authority_comes_from() {
        var lead = people.newcomer();
        var root = people.appoint(lead, LEAD, town);
        var deputy = people.newcomer();
        grant(lead, deputy, LEAD, "APPOINTED");
        var deeper = people.newcomer();
        grant(deputy, deeper, LEAD, "APPOINTED");
        refused(revoke(deputy, root), 403, "own-grantor");
        refused(revoke(deeper, root), 403, "own-grantor");
        lead.get("/mandates/{id}", root).body("status", is("LIVE"));
    }

    @Test
    void authority_from_elsewhere_revokes_what_another_mandate_comes_from() {
        var lead = people.newcomer();
        var root = people.appoint(lead, LEAD, town);
        var deputy = people.newcomer();
        grant(lead, deputy, LEAD, "APPOINTED");
        people.appoint(deputy, LEAD, town);
        revoke(deputy, root).statusCode(200);
    }

    @Test
    void a_reason_is_needed() {
        var mandate = people.appoint(people.newcomer(), ORGANISER, town);
        var lead = people.lead(town);
        refused(lead.post("/mandates/{id}/revoke", Map.of("reason", " "), mandate), 422, "invalid-input");
        refused(lead.post("/mandates/{id}/revoke", Map.of(), mandate), 422, "invalid-input");
        unseen(lead.post("/mandates/{id}/revoke", WHY, UUID.randomUUID()));
    }

    @Test
    void whoever_may_see_but_not_end_it_is_told_so() {
        var reader = people.newcomer();
        var wanted = Map.of("memberId", reader.id(), "group", town, "capabilities", java.util.Set.of("MANDATE_READ"));
        people.with(LEAD, town).post("/mandates", wanted).statusCode(201);
        refused(revoke(reader, people.appoint(people.newcomer(), ORGANISER, town)), 403, "no-mandate");
    }

    @Test
    void a_revocation_can_be_repeated_with_its_key() {
        var mandate = people.appoint(people.newcomer(), ORGANISER, town);
        var lead = people.lead(town);
        for (var i = 0; i < 2; i++) {
            lead.request()
                    .contentType("application/json")
                    .header("Idempotency-Key", "revoke-" + mandate)
                    .body(WHY)
                    .post("/mandates/{id}/revoke", mandate)
                    .then()
                    .statusCode(200)
                    .body("status", is("REVOKED"));
        }
        assertThat(revocations(mandate)).isEqualTo(1);
    }

    @Test
    void a_revocation_cut_off_after_its_mark_is_finished_by_repeating_it() {
        var ada = people.newcomer();
        var mandate = people.appoint(ada, ORGANISER, town);
        Sql.run("insert into mandate_stop (mandate_id) values (?)", UUID.fromString(mandate));
        refused(ada.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
        revoke(people.lead(town), mandate).statusCode(200).body("status", is("REVOKED"));
        assertThat(revocations(mandate)).isEqualTo(1);
    }

    @Test
    void many_revocations_at_once_end_it_once() {
        var mandate = people.appoint(people.newcomer(), ORGANISER, town);
        var lead = people.lead(town);
        var answers =
                Concurrently.times(8, () -> revoke(lead, mandate).extract().statusCode());
        assertThat(answers).contains(200).containsAnyOf(200, 409).isSubsetOf(200, 409);
        assertThat(revocations(mandate)).isEqualTo(1);
    }

    private String grant(Person by, Person to, Role role, String kind) {
        var wanted = new HashMap<String, Object>(Map.of("memberId", to.id(), "group", town, "role", role));
        wanted.put("kind", kind);
        return by.post("/mandates", wanted).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse revoke(Person by, String mandate) {
        return by.post("/mandates/{id}/revoke", WHY, mandate);
    }

    private static long revocations(String mandate) {
        return Sql.value(
                Long.class,
                "select count(*) from journal where subject_id = ? and type in ('mandate.revoked', 'mandate.resigned')",
                UUID.fromString(mandate));
    }
}
