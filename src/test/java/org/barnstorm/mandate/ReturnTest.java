package org.barnstorm.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.authority.Role.VERIFIER;
import static org.barnstorm.mandate.Offices.grant;
import static org.barnstorm.mandate.Offices.keeper;
import static org.barnstorm.mandate.Offices.revoke;
import static org.barnstorm.mandate.Offices.rows;
import static org.barnstorm.mandate.Offices.suspend;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;

/** Work goes back to nobody who cannot go on with it, and is not forgotten either. */
@QuarkusTest
class ReturnTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @Test
    void what_was_revoked_during_a_suspension_gets_no_work_back_before_it_is_restored() {
        var ada = people.member(town);
        var mandate = people.appoint(ada, ORGANISER, town);
        var task = Work.open(ada, town, 1);
        var before = rows(town);
        var lead = people.lead(town);
        var suspension = suspended(lead, town, ada);
        revoke(lead, mandate).statusCode(200);
        lift(suspension);
        assertThat(keeper(task)).isEqualTo(lead.id());
        lead.get("/me/entrusted-tasks").body("items.task.id", contains(task.toString()));
        lead.act("/mandates/{id}/restore", mandate).statusCode(200);
        assertThat(keeper(task)).isEqualTo(ada.id());
        assertThat(rows(town)).isEqualTo(before);
        lead.get("/me/entrusted-tasks").body("items", empty());
        Invariants.hold();
    }

    @Test
    void nor_does_somebody_whom_another_suspension_keeps() {
        var ada = people.with(ORGANISER, town);
        var task = Work.open(ada, town, 1);
        var lead = people.lead(town);
        var inTown = suspended(lead, town, ada);
        var above = suspended(lead, town.split("\\.")[0], ada);
        lift(inTown);
        assertThat(keeper(task)).isEqualTo(lead.id());
        lift(above);
        assertThat(keeper(task)).isEqualTo(ada.id());
        Invariants.hold();
    }

    @Test
    void whose_grantor_was_revoked_meanwhile_gets_none_back_either() {
        var near = people.with(LEAD, town);
        var ada = people.newcomer();
        var office = people.appoint(ada, LEAD, town);
        var ben = people.newcomer();
        grant(ada, ben, ORGANISER, town, "DELEGATED");
        var task = Work.open(ben, town, 1);
        var suspension = suspended(people.lead(town), town, ben);
        revoke(people.lead(town), office).statusCode(200);
        lift(suspension);
        assertThat(keeper(task)).isEqualTo(near.id());
        people.lead(town).act("/mandates/{id}/restore", office).statusCode(200);
        assertThat(keeper(task)).isEqualTo(ben.id());
        Invariants.hold();
    }

    @Test
    void whoever_may_still_edit_there_by_what_came_back_goes_on() {
        var ada = people.with(ORGANISER, town);
        var other = people.appoint(ada, VERIFIER, town);
        var task = Work.open(ada, town, 1);
        var suspension = suspended(people.lead(town), town, ada);
        revoke(people.lead(town), other).statusCode(200);
        lift(suspension);
        assertThat(keeper(task)).isEqualTo(ada.id());
    }

    @Test
    void restoring_and_suspending_another_holder_at_once_leaves_them_nothing_there() {
        for (var round = 0; round < 8; round++) {
            var ada = people.newcomer();
            var office = people.appoint(ada, LEAD, town);
            var ben = people.newcomer();
            grant(ada, ben, ORGANISER, town, "DELEGATED");
            var lead = people.lead(town);
            revoke(lead, office).statusCode(200);
            Concurrently.race(List.of(
                    () -> patiently(() -> lead.act("/mandates/{id}/restore", office)),
                    () -> patiently(() -> suspend(lead, town, ben))));
            Invariants.hold();
        }
    }

    private static int patiently(Supplier<ValidatableResponse> act) {
        var answer = act.get().extract();
        while (answer.statusCode() == 409 && answer.<String>path("type").endsWith("/busy")) {
            answer = act.get().extract();
        }
        return answer.statusCode();
    }

    private UUID suspended(Person by, String group, Person whom) {
        return UUID.fromString(
                suspend(by, group, whom).statusCode(201).extract().path("id"));
    }

    private void lift(UUID suspension) {
        people.lead(town).act("/suspensions/{id}/lift", suspension).statusCode(200);
    }
}
