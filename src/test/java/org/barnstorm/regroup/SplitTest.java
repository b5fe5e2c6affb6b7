package org.barnstorm.regroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.regroup.Plans.groups;
import static org.barnstorm.regroup.Plans.id;
import static org.barnstorm.regroup.Plans.letDayCome;
import static org.barnstorm.regroup.Plans.result;
import static org.barnstorm.regroup.Plans.split;
import static org.barnstorm.regroup.Plans.status;
import static org.barnstorm.regroup.Plans.steps;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
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
class SplitTest {
    @Inject
    People people;

    @Inject
    MoveSweeper sweeper;

    private final String town = People.freshTown();
    private final String beside = town.split("\\.")[0] + ".beside";

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 201", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_split_a_group(String role, int status) {
        var answer = split(people.as(role, town), town, town + ".quarter", people.member(town));
        if (status == 201) answer.statusCode(201).body("status", is("PLANNED"));
        else refused(answer, 403, "no-mandate");
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 404", "TRAINER, 404", "VERIFIER, 404", "STEWARD, 403"})
    void who_may_cancel_a_split(String role, int status) {
        var move = id(split(people.lead(town), town, town + ".quarter", people.member(town)));
        var answer = people.as(role, town).act("/moves/{id}/cancel", move);
        if (status == 200) answer.statusCode(200).body("endReason", is("WITHDRAWN"));
        else if (status == 403) refused(answer, 403, "no-mandate");
        else unseen(answer);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 200"})
    void who_may_list_splits_and_merges(String role, int status) {
        split(people.lead(town), town, town + ".quarter", people.member(town)).statusCode(201);
        var answer = people.as(role, town).get("/groups/{path}/moves", town);
        if (status == 200) answer.statusCode(200).body("items.from", contains(town));
        else refused(answer, 403, "no-mandate");
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 404", "TRAINER, 404", "VERIFIER, 404", "STEWARD, 200"})
    void who_may_see_a_split(String role, int status) {
        var move = id(split(people.lead(town), town, town + ".quarter", people.member(town)));
        var answer = people.as(role, town).get("/moves/{id}", move);
        if (status == 200) answer.statusCode(200).body("from", is(town)).body("declined", nullValue());
        else unseen(answer);
    }

    @Test
    void those_it_names_are_told_at_once_and_see_no_others() {
        var ada = people.member(town);
        var ben = people.member(town);
        var move = id(split(people.lead(town), town, town + ".quarter", ada, ben));
        ada.get("/me/moves")
                .body("items.id", contains(move.toString()))
                .body("items[0].into", is(town + ".quarter"))
                .body("items[0].effectiveAt", notNullValue())
                .body("items[0].declined", is(false));
        ada.get("/moves/{id}", move).statusCode(200).body("declined", is(false));
        people.member(town).get("/me/moves").body("items", empty());
    }

    @Test
    void on_the_day_the_group_is_made_and_those_named_are_members_there() {
        var ada = people.member(town);
        var ben = people.member(town);
        var move = id(split(people.lead(town), town, beside, ada));
        sweeper.sweep();
        assertThat(status(move)).isEqualTo("PLANNED");
        unseen(ada.get("/groups/{path}", beside));
        letDayCome(move);
        sweeper.sweep();
        assertThat(status(move)).isEqualTo("DONE");
        assertThat(groups(ada, "ACTIVE")).containsExactly(beside);
        assertThat(groups(ben, "ACTIVE")).containsExactly(town);
        ada.get("/groups/{path}", beside).body("name", is("New"));
        ada.get("/me/moves").body("items", empty());
        assertThat(steps(move)).containsExactly("move.planned", "move.begun", "move.done");
        sweeper.sweep();
        assertThat(steps(move)).hasSize(3);
        Invariants.hold();
    }

    @Test
    void who_declines_stays() {
        var ada = people.member(town);
        var ben = people.member(town);
        var move = id(split(people.lead(town), town, beside, ada, ben));
        ada.act("/moves/{id}/decline", move).statusCode(200).body("declined", is(true));
        ada.act("/moves/{id}/decline", move).statusCode(200);
        assertThat(steps(move)).containsExactly("move.planned", "move.declined");
        people.lead(town)
                .get("/moves/{id}/people", move)
                .body(
                        "items.findAll { it.declined }.memberId",
                        contains(ada.id().toString()));
        letDayCome(move);
        sweeper.sweep();
        assertThat(groups(ada, "ACTIVE")).containsExactly(town);
        assertThat(groups(ben, "ACTIVE")).containsExactly(beside);
        assertThat(result(move, ada)).isEqualTo("DECLINED");
        refused(ada.act("/moves/{id}/decline", move), 409, "move-state");
        Invariants.hold();
    }

    @Test
    void nobody_else_declines_for_them() {
        var move = id(split(people.lead(town), town, beside, people.member(town)));
        refused(people.with(LEAD, town).act("/moves/{id}/decline", move), 403, "not-yours");
        unseen(people.member(town).act("/moves/{id}/decline", move));
    }

    @Test
    void what_one_may_do_and_holds_stays_where_it_was() {
        var ada = people.with(ORGANISER, town);
        var task = Work.open(people.lead(town), town, 2);
        var hold = Work.claim(ada, task);
        var move = id(split(people.lead(town), town, beside, ada));
        letDayCome(move);
        sweeper.sweep();
        ada.post("/tasks", Work.leaflets(town)).statusCode(201);
        refused(ada.post("/tasks", Work.leaflets(beside)), 403, "no-mandate");
        Work.complete(ada, hold);
        ada.get("/assignments/{id}", hold).body("status", is("DONE"));
        Invariants.hold();
    }

    @Test
    void who_left_before_the_day_does_not_come_back() {
        var ada = people.member(town);
        var move = id(split(people.lead(town), town, beside, ada));
        ada.delete("/groups/{path}/membership", town).statusCode(204);
        letDayCome(move);
        sweeper.sweep();
        assertThat(groups(ada, "ACTIVE")).isEmpty();
        assertThat(result(move, ada)).isEqualTo("GONE");
        Invariants.hold();
    }

    @Test
    void who_is_there_already_only_leaves() {
        var ada = people.member(town);
        people.grow(beside);
        ada.put("/groups/{path}/membership", beside).statusCode(200);
        var move = id(split(people.lead(town), town, beside, ada));
        letDayCome(move);
        sweeper.sweep();
        assertThat(groups(ada, "ACTIVE")).containsExactly(beside);
        assertThat(result(move, ada)).isEqualTo("MOVED");
        Invariants.hold();
    }

    @Test
    void who_asked_to_join_there_is_a_member() {
        people.grow(town);
        people.lead(town)
                .post("/groups", Map.of("path", beside, "name", "Beside", "joinPolicy", "REQUEST"))
                .statusCode(201);
        var ada = people.member(town);
        ada.put("/groups/{path}/membership", beside).statusCode(200);
        var move = id(split(people.lead(town), town, beside, ada));
        letDayCome(move);
        sweeper.sweep();
        assertThat(groups(ada, "ACTIVE")).containsExactly(beside);
        assertThat(groups(ada, "REQUESTED")).isEmpty();
        Invariants.hold();
    }

    @Test
    void what_was_cancelled_does_not_happen() {
        var ada = people.member(town);
        var move = id(split(people.lead(town), town, beside, ada));
        people.lead(town).act("/moves/{id}/cancel", move).statusCode(200).body("status", is("CANCELLED"));
        letDayCome(move);
        sweeper.sweep();
        assertThat(groups(ada, "ACTIVE")).containsExactly(town);
        ada.get("/me/moves").body("items", empty());
        refused(people.lead(town).act("/moves/{id}/cancel", move), 409, "move-state");
        split(people.lead(town), town, beside, ada).statusCode(201);
        Invariants.hold();
    }

    @Test
    void what_somebody_planned_ends_with_their_authority() {
        var lead = people.member(town);
        var mandate = people.appoint(lead, LEAD, town);
        var ada = people.member(town);
        var move = id(split(lead, town, town + ".quarter", ada));
        people.lead(town)
                .post("/mandates/{id}/revoke", Map.of("reason", "Stepped back."), mandate)
                .statusCode(200);
        letDayCome(move);
        sweeper.sweep();
        assertThat(groups(ada, "ACTIVE")).containsExactly(town);
        people.lead(town)
                .get("/moves/{id}", move)
                .body("status", is("CANCELLED"))
                .body("endReason", is("AUTHORITY_ENDED"));
        assertThat(result(move, ada)).isEqualTo("CANCELLED");
        unseen(ada.get("/groups/{path}", town + ".quarter"));
        Invariants.hold();
    }

    @Test
    void nobody_is_named_by_two_plans_of_one_group() {
        var ada = people.member(town);
        id(split(people.lead(town), town, beside, ada));
        refused(split(people.lead(town), town, town + ".quarter", ada), 409, "already-moving");
    }

    @Test
    void a_plan_is_refused_that_cannot_be_carried_out() {
        var lead = people.lead(town);
        var ada = people.member(town);
        refused(split(lead, town, town, ada), 422, "same-group");
        refused(split(lead, town, beside, people.member(town + ".other")), 409, "not-a-member");
        refused(split(lead, town, town + ".north.far", ada), 409, "no-group-above");
        unseen(split(lead, town + ".nowhere", beside, ada));
        var elsewhere = People.freshTown();
        people.grow(elsewhere);
        refused(split(lead, town, elsewhere, ada), 403, "no-mandate");
        people.appoint(lead, LEAD, elsewhere);
        refused(split(lead, town, elsewhere, ada), 422, "other-movement");
        var soon =
                Map.of("into", beside, "name", "New", "memberIds", List.of(ada.id()), "effectiveAt", Plans.inDays(13));
        refused(lead.post("/groups/{path}/split", soon, town), 422, "notice-too-short")
                .body("earliest", notNullValue());
        var nameless = Map.of("into", beside, "memberIds", List.of(ada.id()), "effectiveAt", Plans.inDays(15));
        refused(lead.post("/groups/{path}/split", nameless, town), 422, "name-missing");
        var nobody = Map.of("into", beside, "name", "New", "memberIds", List.of(), "effectiveAt", Plans.inDays(15));
        refused(lead.post("/groups/{path}/split", nobody, town), 422, "invalid-input");
        lead.get("/groups/{path}/moves", town).body("items", empty());
    }

    @Test
    void a_larger_group_moves_batch_by_batch() {
        people.grow(town);
        var members = org.barnstorm.testing.Crowd.members(people, town, 60);
        var ids = members.stream().map(each -> each.get("/me").id()).toList();
        var wanted = Map.of("into", beside, "name", "New", "memberIds", ids, "effectiveAt", Plans.inDays(15));
        String move = people.lead(town)
                .post("/groups/{path}/split", wanted, town)
                .statusCode(201)
                .extract()
                .path("id");
        letDayCome(UUID.fromString(move));
        sweeper.sweep();
        assertThat(Sql.value(
                        Long.class,
                        "select count(*) from membership m join local_group g on g.id = m.group_id"
                                + " where g.path = ? and m.status = 'ACTIVE'",
                        beside))
                .isEqualTo(60);
        people.lead(town)
                .get("/moves/{id}/people?limit=200", move)
                .body("items", hasSize(60))
                .body("items.result", everyItem(is("MOVED")));
        Invariants.hold();
    }
}
