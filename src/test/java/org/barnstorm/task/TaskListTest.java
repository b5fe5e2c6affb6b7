package org.barnstorm.task;

import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Work.leaflets;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;

/** Which tasks are in whose list. */
@QuarkusTest
class TaskListTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @Test
    void members_list_open_tasks_of_their_group_only() {
        var organiser = people.with(ORGANISER, town);
        var open = Work.open(organiser, town, 1);
        var draft = Work.draft(organiser, leaflets(town));
        people.grow(town + ".hove");
        var below = Work.open(organiser, town + ".hove", 1);
        people.member(town)
                .get("/tasks?group={group}", town)
                .statusCode(200)
                .body("items.id", contains(open.toString()));
        organiser
                .get("/tasks?group={group}", town)
                .statusCode(200)
                .body("items.id", contains(open.toString(), draft.toString(), below.toString()));
        organiser
                .get("/tasks?group={group}", town + ".hove")
                .statusCode(200)
                .body("items.id", contains(below.toString()));
    }

    @Test
    void a_list_is_filtered_by_status() {
        var organiser = people.with(ORGANISER, town);
        var open = Work.open(organiser, town, 1);
        var draft = Work.draft(organiser, leaflets(town));
        organiser.get("/tasks?status=OPEN").statusCode(200).body("items.id", contains(open.toString()));
        organiser.get("/tasks?status=DRAFT").statusCode(200).body("items.id", contains(draft.toString()));
        people.member(town).get("/tasks?status=DRAFT").statusCode(200).body("items", hasSize(0));
        refused(organiser.get("/tasks?status=DONE"), 400, "malformed-parameter");
        refused(organiser.get("/tasks?state=OPEN"), 400, "unknown-parameter");
    }

    @Test
    void mine_are_those_i_made_whatever_became_of_my_mandate() {
        var lead = people.lead(town);
        var organiser = people.newcomer();
        var mandate = people.appoint(organiser, ORGANISER, town);
        var draft = Work.draft(organiser, leaflets(town));
        var others = Work.open(lead, town, 1);
        lead.post("/mandates/{id}/revoke", Map.of("reason", "Moved away."), mandate)
                .statusCode(200);
        organiser.get("/tasks/{id}", draft).statusCode(200);
        organiser.get("/tasks?mine=true").statusCode(200).body("items.id", contains(draft.toString()));
        organiser
                .get("/tasks?mine=true&group={group}", town)
                .statusCode(200)
                .body("items.id", contains(draft.toString()));
        organiser.get("/tasks").statusCode(200).body("items.id", not(hasItem(others.toString())));
        lead.get("/tasks?group={group}&mine=true", town).statusCode(200).body("items.id", contains(others.toString()));
    }

    @Test
    void a_list_comes_in_pages_without_gaps_or_repeats() {
        var organiser = people.with(ORGANISER, town);
        var made = new ArrayList<String>();
        for (var i = 0; i < 7; i++)
            made.add(Work.draft(organiser, leaflets(town)).toString());
        var seen = new ArrayList<String>();
        String next = null;
        do {
            var request = organiser.request().queryParam("group", town).queryParam("limit", 3);
            if (next != null) request.queryParam("cursor", next);
            var page = request.get("/tasks").then().statusCode(200).extract();
            seen.addAll(page.path("items.id"));
            next = page.path("next");
        } while (next != null);
        Assertions.assertThat(seen).isEqualTo(made);
    }

    @Test
    void the_lists_and_the_single_tasks_agree() {
        var lead = people.with(LEAD, town);
        var tasks = new ArrayList<UUID>();
        for (var act : List.of("", "publish", "publish close", "cancel")) {
            var task = Work.draft(lead, leaflets(town));
            for (var each : act.split(" ")) {
                if (!each.isEmpty()) lead.act("/tasks/{id}/" + each, task).statusCode(200);
            }
            tasks.add(task);
        }
        for (var role : List.of(People.MEMBER, "LEAD", "ORGANISER", "VERIFIER", "TRAINER", "STEWARD")) {
            var person = people.as(role, town);
            List<String> listed =
                    person.get("/tasks?group={group}", town).extract().path("items.id");
            for (var task : tasks) {
                var seen = person.get("/tasks/{id}", task).extract().statusCode() == 200;
                Assertions.assertThat(listed.contains(task.toString()))
                        .as(role + " and task " + tasks.indexOf(task))
                        .isEqualTo(seen);
            }
        }
    }
}
