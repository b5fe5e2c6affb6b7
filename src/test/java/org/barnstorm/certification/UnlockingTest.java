package org.barnstorm.certification;

import static org.barnstorm.authority.Capability.COURSE_MANAGE;
import static org.barnstorm.testing.Problems.refused;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Map;
import org.barnstorm.authority.Role;
import org.barnstorm.group.Groups;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** As if the configuration said that courses are for certified groups. */
@QuarkusTest
class UnlockingTest {
    @Inject
    People people;

    @Inject
    CertificationSweeper sweeper;

    @Inject
    CertificationRepository certifications;

    @Inject
    Groups groups;

    private final String town = People.freshTown();
    private final String movement = town.split("\\.")[0];

    @BeforeEach
    void courses_are_for_certified_groups() {
        var locked = new Unlocking(certifications, groups, EnumSet.of(COURSE_MANAGE));
        QuarkusMock.installMockForType(locked, Unlocking.class);
    }

    @Test
    void without_a_certificate_it_counts_for_nothing() {
        var lead = people.with(Role.LEAD, town);
        refused(course(lead, town), 403, "not-certified")
                .body("capability", is("COURSE_MANAGE"))
                .body("group", is(town));
        refused(course(people.member(town), town), 403, "no-mandate");
        lead.post("/groups", Map.of("path", town + ".quarter", "name", "Quarter"))
                .statusCode(201);
    }

    @Test
    void it_counts_from_the_certificate_to_its_end_warned_or_not() {
        var earning = Earning.in(people, town);
        sweeper.sweep();
        course(earning.lead(), town).statusCode(201);
        earning.loseOne();
        sweeper.sweep();
        course(earning.lead(), town).statusCode(201);
        earning.letDayCome(); // also before anybody has swept
        refused(course(earning.lead(), town), 403, "not-certified");
        sweeper.sweep();
        refused(course(earning.lead(), town), 403, "not-certified");
        earning.comeBack();
        sweeper.sweep();
        course(earning.lead(), town).statusCode(201);
    }

    @Test
    void a_certified_group_above_lends_it_to_its_own_mandates_only() {
        Earning.in(people, movement);
        sweeper.sweep();
        var below = people.with(Role.LEAD, town);
        refused(course(below, town), 403, "not-certified");
        course(people.lead(town), town).statusCode(201);
    }

    @Test
    void a_mandate_from_above_counts_in_a_group_that_has_earned_it() {
        Earning.in(people, town);
        sweeper.sweep();
        course(people.lead(town), town).statusCode(201);
        refused(course(people.lead(town), movement), 403, "not-certified");
        people.grow(town + ".quarter");
        course(people.with(Role.LEAD, town), town + ".quarter").statusCode(201);
    }

    private static ValidatableResponse course(Person author, String group) {
        return author.post("/courses", Map.of("group", group, "title", "Listening", "description", "One evening."));
    }
}
