package org.barnstorm.regroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.authority.Role.VERIFIER;
import static org.barnstorm.regroup.Plans.id;
import static org.barnstorm.regroup.Plans.letDayCome;
import static org.barnstorm.regroup.Plans.merge;
import static org.barnstorm.testing.Problems.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.KindsOfWork;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Trusting;
import org.barnstorm.testing.Waiting;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes along with a merged group, and what would lose its meaning there. */
@QuarkusTest
class MoveWorkTest {
    @Inject
    People people;

    @Inject
    MoveSweeper sweeper;

    private final String town = People.freshTown();
    private final String beside = town.split("\\.")[0] + ".beside";
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
    void work_of_a_kind_that_the_other_group_does_not_have_is_in_the_way() {
        kind(town, "canvass");
        kind(town, "unused");
        var task = Work.open(lead, Work.leaflets(town, "kind", "canvass"));
        refused(merge(lead, town, beside), 409, "kinds-left").body("kinds", contains("canvass"));
        lead.act("/tasks/{id}/cancel", task).statusCode(200);
        merge(lead, town, beside).statusCode(201);
    }

    @Test
    void so_is_a_series_that_makes_such_work() {
        kind(town, "canvass");
        var weekly = Map.of(
                "group",
                town,
                "rrule",
                "FREQ=WEEKLY",
                "start",
                LocalDate.now(ZoneOffset.UTC).plusDays(90) + "T18:00:00",
                "content",
                Map.of("title", "Doors", "kind", "canvass", "remote", true, "effortMinutes", 30));
        lead.post("/series", weekly).statusCode(201);
        refused(merge(lead, town, beside), 409, "kinds-left").body("kinds", contains("canvass"));
    }

    @Test
    void a_kind_of_the_movement_is_in_nobodys_way() {
        kind(town.split("\\.")[0], "canvass");
        Work.open(lead, Work.leaflets(town, "kind", "canvass"));
        done(id(merge(lead, town, beside)));
    }

    @Test
    void work_of_such_a_kind_that_came_later_cancels_the_plan_on_the_day() {
        kind(town, "canvass");
        var move = id(merge(lead, town, beside));
        var task = Work.open(lead, Work.leaflets(town, "kind", "canvass"));
        letDayCome(move);
        sweeper.sweep();
        lead.get("/moves/{id}", move).body("status", is("CANCELLED")).body("endReason", is("KINDS_LEFT"));
        lead.get("/tasks/{id}", task).body("group", is(town));
    }

    @Test
    void made_in_the_other_group_first_it_means_there_what_it_meant() {
        kind(town, "canvass");
        kind(beside, "canvass");
        var ada = people.member(town);
        var hold = Work.claim(ada, Work.open(lead, Work.leaflets(town, "kind", "canvass")));
        done(id(merge(lead, town, beside)));
        var nobody = Map.of("fence", Work.fence(ada, hold), "outcome", Map.of("code", "nobody-home"));
        ada.post("/assignments/{id}/complete", nobody, hold).statusCode(200).body("status", is("ATTEMPTED"));
    }

    @Test
    void what_waits_to_be_looked_at_waits_for_the_leads_of_the_other_group() {
        var organiser = people.with(ORGANISER, town);
        Trusting.probation(1);
        var task = Work.draft(organiser, Work.leaflets(town));
        organiser.act("/tasks/{id}/publish", task).statusCode(200).body("status", is("WAITING"));
        done(id(merge(lead, town, beside)));
        var there = people.with(LEAD, beside);
        there.get("/groups/{path}/reviews", beside).body("items.id", contains(task.toString()));
        var etag = there.get("/tasks/{id}", task).statusCode(200).extract().header("ETag");
        there.request()
                .header("If-Match", etag)
                .post("/tasks/{id}/release", task)
                .then()
                .statusCode(200)
                .body("status", is("OPEN"))
                .body("group", is(beside));
        Work.claim(people.member(beside), task);
    }

    @Test
    void who_waits_for_a_place_and_who_was_offered_one_still_does() {
        var ada = people.member(town);
        var ben = people.member(town);
        var task = Work.open(lead, town, 1);
        var offer = Work.offer(lead, task, ada);
        Waiting.join(ben, task);
        done(id(merge(lead, town, beside)));
        ada.act("/assignments/{id}/accept", offer).statusCode(200).body("status", is("HELD"));
        Waiting.release(ada, offer);
        assertThat(Waiting.offer(ben, task)).isNotNull();
    }

    @Test
    void a_verdict_on_what_is_over_is_still_given_where_it_was_done() {
        var ada = people.member(town);
        var mallory = people.with(VERIFIER, town);
        var task = Work.open(lead, town, 1);
        var result = Work.done(ada, task);
        Work.verify(mallory, result);
        lead.act("/tasks/{id}/close", task).statusCode(200);
        done(id(merge(lead, town, beside)));
        lead.get("/tasks/{id}", task).body("group", is(town));
        var what = "/groups/{path}/undo?member={member}&since=2020-01-01T00:00:00Z";
        String expected = lead.get(what, town, mallory.id())
                .statusCode(200)
                .body("verdicts", is(1))
                .extract()
                .path("expected");
        var undo = new HashMap<String, Object>(Map.of("memberId", mallory.id(), "since", "2020-01-01T00:00:00Z"));
        undo.putAll(Map.of("reason", "Not looked at.", "expected", expected));
        lead.post("/groups/{path}/undo", undo, town).statusCode(201);
        lead.get("/assignments/{id}", result).body("status", is("DONE"));
        Work.verify(lead, result);
    }

    private void kind(String group, String code) {
        KindsOfWork.make(lead, group, code, KindsOfWork.canvass()).statusCode(201);
    }

    private void done(UUID move) {
        letDayCome(move);
        sweeper.sweep();
        assertThat(Plans.status(move)).isEqualTo("DONE");
    }
}
