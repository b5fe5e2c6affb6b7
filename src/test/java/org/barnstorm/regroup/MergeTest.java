package org.barnstorm.regroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.regroup.Plans.groups;
import static org.barnstorm.regroup.Plans.id;
import static org.barnstorm.regroup.Plans.letDayCome;
import static org.barnstorm.regroup.Plans.merge;
import static org.barnstorm.regroup.Plans.split;
import static org.barnstorm.regroup.Plans.status;
import static org.barnstorm.regroup.Plans.steps;
import static org.barnstorm.testing.Problems.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class MergeTest {
    @Inject
    People people;

    @Inject
    MoveSweeper sweeper;

    private final String town = People.freshTown();
    private final String movement = town.split("\\.")[0];
    private final String beside = movement + ".beside";

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 201", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_merge_groups(String role, int status) {
        people.grow(town + ".quarter");
        var answer = merge(people.as(role, town), town + ".quarter", town);
        if (status == 201) answer.statusCode(201).body("kind", is("MERGE"));
        else refused(answer, 403, "no-mandate");
    }

    @Test
    void all_members_go_and_the_group_says_where() {
        var ada = people.member(town);
        var ben = people.member(town);
        people.grow(beside);
        var move = id(merge(people.lead(town), town, beside));
        ada.get("/me/moves").body("items.kind", contains("MERGE")).body("items[0].declined", is(false));
        ben.act("/moves/{id}/decline", move).statusCode(200);
        done(move);
        assertThat(groups(ada, "ACTIVE")).containsExactly(beside);
        assertThat(groups(ben, "ACTIVE")).isEmpty();
        ada.get("/groups/{path}", town)
                .statusCode(200)
                .body("mergedInto", is(beside))
                .body("mergedAt", notNullValue());
        ada.get("/groups?under=" + movement).body("items.path", not(hasItem(town)));
        assertThat(steps(move)).containsExactly("move.planned", "move.declined", "move.begun", "move.done");
        Invariants.hold();
    }

    @Test
    void open_work_goes_and_who_holds_a_place_keeps_it() {
        var lead = people.with(LEAD, town);
        var ada = people.member(town);
        people.grow(beside);
        var open = Work.open(lead, town, 2);
        var hold = Work.claim(ada, open);
        var fence = Work.fence(ada, hold);
        var draft = Work.draft(lead, Work.leaflets(town));
        var closed = Work.open(lead, town, 1);
        var done = Work.done(ada, closed);
        lead.act("/tasks/{id}/close", closed).statusCode(200);
        var over = Work.open(lead, town, 1);
        lead.act("/tasks/{id}/cancel", over).statusCode(200);
        done(id(merge(people.lead(town), town, beside)));
        for (var task : new UUID[] {open, draft, closed}) {
            people.lead(town).get("/tasks/{id}", task).statusCode(200).body("group", is(beside));
        }
        people.lead(town).get("/tasks/{id}", over).body("group", is(town));
        assertThat(Work.fence(ada, hold)).isEqualTo(fence);
        Work.complete(ada, hold);
        people.lead(town).act("/assignments/{id}/verify", hold).statusCode(200);
        people.lead(town).act("/assignments/{id}/verify", done).statusCode(200);
        Work.claim(people.member(beside), open);
        Invariants.hold();
    }

    @Test
    void series_go_on_there() {
        var lead = people.lead(town);
        people.grow(town);
        people.grow(beside);
        var weekly = Map.of(
                "group",
                town,
                "rrule",
                "FREQ=WEEKLY",
                "start",
                LocalDate.now(ZoneOffset.UTC).plusDays(2) + "T18:00:00",
                "content",
                Map.of("title", "Leaflets", "remote", true, "effortMinutes", 30));
        String series = lead.post("/series", weekly).statusCode(201).extract().path("id");
        done(id(merge(lead, town, beside)));
        lead.get("/series/{id}", series).statusCode(200).body("group", is(beside));
        assertThat(Sql.column(
                        String.class,
                        "select distinct g.path from task t join local_group g on g.id = t.group_id"
                                + " where t.series_id = ?",
                        UUID.fromString(series)))
                .containsExactly(beside);
        Invariants.hold();
    }

    @Test
    void nothing_new_comes_to_it() {
        var lead = people.with(LEAD, town);
        people.grow(beside);
        done(id(merge(people.lead(town), town, beside)));
        refused(people.newcomer().put("/groups/{path}/membership", town), 409, "group-merged")
                .body("into", is(beside));
        refused(lead.post("/tasks", Work.leaflets(town)), 409, "group-merged");
        refused(people.lead(town).post("/tasks", Work.leaflets(town)), 409, "group-merged");
        var above = people.lead(town);
        refused(above.post("/groups", Map.of("path", town + ".new", "name", "New")), 409, "group-merged");
        refused(people.admin().post("/groups", Map.of("path", town + ".new", "name", "New")), 409, "group-merged");
        refused(
                above.post(
                        "/groups/{path}/members",
                        Map.of("memberId", people.newcomer().id()),
                        town),
                409,
                "group-merged");
        var grant = Map.of("memberId", people.newcomer().id(), "group", town, "role", "VERIFIER");
        refused(above.post("/mandates", grant), 409, "group-merged");
        above.request()
                .contentType("text/csv")
                .body("path,name\n" + town + ".imported,New\n")
                .post("/groups/import?mode=partial")
                .then()
                .body("created", is(0));
        refused(merge(above, town, beside), 409, "group-merged");
    }

    @Test
    void what_is_left_there_can_be_ended() {
        var ada = people.member(town);
        var mandate = people.appoint(ada, LEAD, town);
        people.grow(beside);
        done(id(merge(people.lead(town), town, beside)));
        people.lead(town)
                .post("/mandates/{id}/revoke", Map.of("reason", "The group is no more."), mandate)
                .statusCode(200);
        Invariants.hold();
    }

    @Test
    void who_only_asked_to_join_is_told_that_it_is_closed() {
        people.grow(town);
        var quiet = movement + ".quiet";
        people.lead(town)
                .post("/groups", Map.of("path", quiet, "name", "Quiet", "joinPolicy", "REQUEST"))
                .statusCode(201);
        var ada = people.newcomer();
        String request = ada.put("/groups/{path}/membership", quiet)
                .statusCode(200)
                .extract()
                .path("id");
        done(id(merge(people.lead(town), quiet, town)));
        assertThat(Sql.value(String.class, "select end_reason from membership where id = ?", UUID.fromString(request)))
                .isEqualTo("CLOSED");
        assertThat(groups(ada, "ACTIVE")).isEmpty();
        Invariants.hold();
    }

    @Test
    void a_group_with_others_below_it_is_not_merged() {
        people.grow(town + ".quarter");
        people.grow(beside);
        refused(merge(people.lead(town), town, beside), 409, "groups-below");
        done(id(merge(people.lead(town), town + ".quarter", town)));
        var move = id(merge(people.lead(town), town, beside));
        refused(merge(people.lead(town), town, movement), 409, "already-moving");
        people.grow(town + ".late");
        letDayCome(move);
        sweeper.sweep();
        people.lead(town).get("/moves/{id}", move).body("endReason", is("GROUPS_BELOW"));
        Invariants.hold();
    }

    @Test
    void of_two_into_each_other_one_happens() {
        people.member(town);
        people.member(beside);
        var there = id(merge(people.lead(town), town, beside));
        var back = id(merge(people.lead(town), beside, town));
        letDayCome(there);
        letDayCome(back);
        sweeper.sweep();
        assertThat(new String[] {status(there), status(back)}).containsExactlyInAnyOrder("DONE", "CANCELLED");
        Invariants.hold();
    }

    @Test
    void a_chain_of_merges_loses_nobody() {
        var ada = people.member(town);
        var last = movement + ".last";
        people.grow(beside);
        people.grow(last);
        var first = id(merge(people.lead(town), town, beside));
        var second = id(merge(people.lead(town), beside, last));
        letDayCome(first);
        sweeper.sweep();
        letDayCome(second);
        sweeper.sweep();
        assertThat(groups(ada, "ACTIVE")).containsExactly(last);
        Invariants.hold();
    }

    @Test
    void a_split_from_a_group_that_was_merged_does_not_happen() {
        var ada = people.member(town);
        people.grow(beside);
        var late = id(split(people.lead(town), town, movement + ".third", ada));
        done(id(merge(people.lead(town), town, beside)));
        letDayCome(late);
        sweeper.sweep();
        people.lead(town).get("/moves/{id}", late).body("endReason", is("GROUP_MERGED"));
        ada.get("/me/moves").contentType(ContentType.JSON).body("items", empty());
        Invariants.hold();
    }

    private void done(UUID move) {
        letDayCome(move);
        sweeper.sweep();
        assertThat(status(move)).isEqualTo("DONE");
    }
}
