package org.barnstorm.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.testing.Problems.refused;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The platform's admin appoints the first lead of a movement; from then on the movement governs itself. */
@QuarkusTest
class BootstrapTest {
    @Inject
    People people;

    private final String movement = People.freshMovement();

    @BeforeEach
    void a_movement_without_a_lead() {
        people.admin()
                .post("/groups", Map.of("path", movement, "name", movement))
                .statusCode(201);
    }

    @Test
    void the_admin_appoints_the_first_lead() {
        appoint(people.newcomer(), movement, LEAD)
                .statusCode(201)
                .body("source", is("BOOTSTRAP"))
                .body("grantedUnder", nullValue())
                .body("delegationDepth", is(5));
    }

    @Test
    void the_admin_appoints_no_second_lead() {
        appoint(people.newcomer(), movement, LEAD).statusCode(201);
        refused(appoint(people.newcomer(), movement, LEAD), 409, "movement-has-lead");
    }

    @Test
    void a_movement_that_lost_its_lead_gets_one_from_the_admin_again() {
        var lead = people.newcomer();
        String mandate = appoint(lead, movement, LEAD).statusCode(201).extract().path("id");
        lead.post("/mandates/{id}/revoke", Map.of("reason", "Retiring."), mandate)
                .statusCode(200);
        appoint(people.newcomer(), movement, LEAD).statusCode(201);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "LEAD", mode = EnumSource.Mode.EXCLUDE)
    void the_admin_appoints_nothing_but_leads(Role role) {
        refused(appoint(people.newcomer(), movement, role), 403, "bootstrap-only");
    }

    @Test
    void the_admin_appoints_nobody_below_a_movement() {
        var lead = people.newcomer();
        appoint(lead, movement, LEAD).statusCode(201);
        lead.post("/groups", Map.of("path", movement + ".town", "name", "Town")).statusCode(201);
        refused(appoint(people.newcomer(), movement + ".town", LEAD), 403, "bootstrap-only");
    }

    @Test
    void the_admin_hands_on_no_single_capabilities() {
        var wanted =
                Map.of("memberId", people.newcomer().id(), "group", movement, "capabilities", List.of("TASK_EDIT"));
        refused(people.admin().post("/mandates", wanted), 403, "bootstrap-only");
    }

    @Test
    void the_admin_is_never_in_the_path_of_everyday_work() {
        refused(
                people.admin()
                        .post(
                                "/tasks",
                                Map.of("group", movement, "title", "Leaflets", "remote", true, "effortMinutes", 60)),
                403,
                "no-mandate");
        refused(people.admin().get("/mandates?group={group}", movement), 403, "no-mandate");
        refused(people.admin().get("/journal?group={group}", movement), 403, "no-mandate");
    }

    @Test
    void nobody_but_the_admin_appoints_a_first_lead() {
        var wanted = Map.of("memberId", people.newcomer().id(), "group", movement, "role", LEAD);
        refused(people.newcomer().post("/mandates", wanted), 403, "no-mandate");
        refused(people.with(LEAD, People.freshMovement()).post("/mandates", wanted), 403, "no-mandate");
    }

    @Test
    void of_many_first_appointments_at_once_one_is_made() {
        var candidates = java.util.stream.IntStream.range(0, 8)
                .mapToObj(i -> people.newcomer())
                .toList();
        candidates.forEach(Person::id);
        var answers = Concurrently.race(candidates.stream()
                .<java.util.concurrent.Callable<Integer>>map(
                        each -> () -> appoint(each, movement, LEAD).extract().statusCode())
                .toList());
        assertThat(answers).containsOnly(201, 409).containsOnlyOnce(201);
    }

    @Test
    void an_admin_who_also_holds_a_mandate_hands_on_by_it() {
        var lead = people.newcomer();
        appoint(lead, movement, LEAD).statusCode(201);
        lead.post("/mandates", Map.of("memberId", people.admin().id(), "group", movement, "role", LEAD))
                .statusCode(201);
        appoint(people.newcomer(), movement, ORGANISER).statusCode(201).body("source", is("APPOINTED"));
    }

    private io.restassured.response.ValidatableResponse appoint(Person to, String group, Role role) {
        return people.admin().post("/mandates", Map.of("memberId", to.id(), "group", group, "role", role));
    }
}
