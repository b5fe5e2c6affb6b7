package org.barnstorm.regroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.regroup.Plans.id;
import static org.barnstorm.regroup.Plans.letDayCome;
import static org.barnstorm.regroup.Plans.merge;
import static org.barnstorm.testing.Problems.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.Drives;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of campaigns, and of authority over their tasks, when groups are merged. */
@QuarkusTest
class MoveCampaignTest {
    @Inject
    People people;

    @Inject
    MoveSweeper sweeper;

    private final String town = People.freshTown();
    private final String movement = town.split("\\.")[0];
    private final String beside = movement + ".beside";
    private Person lead;

    @BeforeEach
    void two_groups() {
        people.grow(town);
        people.grow(beside);
        lead = people.lead(town);
    }

    @AfterEach
    void invariants_hold() {
        Invariants.hold();
    }

    @Test
    void a_campaign_goes_along_and_is_ended_there() {
        var campaign = Drives.campaign(lead, town);
        var over = Drives.campaign(lead, town);
        Drives.end(lead, over);
        var task = Work.open(lead, Drives.task(town, campaign));
        done(id(merge(lead, town, beside)));
        var there = people.with(LEAD, beside);
        there.get("/tasks/{id}", task).body("group", is(beside)).body("campaignId", is(campaign.toString()));
        there.get("/groups/{path}/campaigns", beside).body("items.id", contains(campaign.toString()));
        there.act("/campaigns/{id}/end", campaign).statusCode(200).body("status", is("ENDED"));
        lead.get("/campaigns/{id}", over).body("group", is(town));
    }

    @Test
    void a_mandate_for_it_reaches_its_tasks_where_it_reaches_the_group() {
        var campaign = Drives.campaign(lead, town);
        var task = Work.open(lead, Drives.task(town, campaign));
        var near = people.member(town);
        var far = people.member(town);
        Drives.appoint(lead, near, town, campaign);
        Drives.appoint(lead, far, movement, campaign);
        done(id(merge(lead, town, beside)));
        rename(far, task).statusCode(200);
        rename(near, task).statusCode(403);
    }

    @Test
    void a_task_stays_in_a_campaign_of_a_group_above_that_is_not_above_the_other() {
        var street = town + ".street";
        people.grow(street);
        var campaign = Drives.campaign(lead, town);
        var task = Work.open(lead, Drives.task(street, campaign));
        done(id(merge(lead, street, beside)));
        rename(lead, task).statusCode(200).body("campaignId", is(campaign.toString()));
        refused(lead.post("/tasks", Drives.task(beside, campaign)), 422, "unknown-campaign");
        lead.get("/campaigns/{id}", campaign).body("group", is(town));
    }

    @Test
    void nothing_new_begins_in_a_group_that_is_part_of_another() {
        done(id(merge(lead, town, beside)));
        refused(lead.post("/campaigns", Map.of("group", town, "name", "Warm homes")), 409, "group-merged");
    }

    private ValidatableResponse rename(Person by, UUID task) {
        var etag = lead.get("/tasks/{id}", task).extract().header("ETag");
        return by.patch("/tasks/{id}", etag, Map.of("title", "Doors"), task);
    }

    private void done(UUID move) {
        letDayCome(move);
        sweeper.sweep();
        assertThat(Plans.status(move)).isEqualTo("DONE");
    }
}
