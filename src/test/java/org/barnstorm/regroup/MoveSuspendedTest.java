package org.barnstorm.regroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.regroup.Plans.groups;
import static org.barnstorm.regroup.Plans.id;
import static org.barnstorm.regroup.Plans.inDays;
import static org.barnstorm.regroup.Plans.letDayCome;
import static org.barnstorm.regroup.Plans.merge;
import static org.barnstorm.regroup.Plans.result;
import static org.barnstorm.regroup.Plans.split;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever is suspended moves like everybody else, and stays suspended by whatever door they come in. */
@QuarkusTest
class MoveSuspendedTest {
    @Inject
    People people;

    @Inject
    MoveSweeper sweeper;

    private final String town = People.freshTown();
    private final String movement = town.split("\\.")[0];
    private final String beside = movement + ".beside";

    @AfterEach
    void invariants_hold() {
        Invariants.hold();
    }

    @Test
    void a_lead_of_the_old_group_lifts_it_in_the_new_one_as_well() {
        var lead = people.with(LEAD, town);
        var ada = people.member(town);
        var move = planned(ada);
        var suspension = suspended(lead, town, ada, 7);
        done(move);
        assertThat(groups(ada, "SUSPENDED")).containsExactly(beside);
        lead.act("/suspensions/{id}/lift", suspension).statusCode(200);
        assertThat(groups(ada, "ACTIVE")).containsExactly(beside);
    }

    @Test
    void leaving_and_joining_again_is_no_way_round_it() {
        var ada = people.member(town);
        people.grow(beside);
        var move = planned(ada);
        var suspension = suspended(people.lead(town), town, ada, 7);
        done(move);
        ada.delete("/groups/{path}/membership", beside).statusCode(204);
        refused(ada.put("/groups/{path}/membership", beside), 403, "you-are-suspended");
        // What was open to them below the other group still is.
        people.grow(beside + ".quarter");
        ada.put("/groups/{path}/membership", beside + ".quarter").statusCode(200);
        people.lead(town).act("/suspensions/{id}/lift", suspension).statusCode(200);
        ada.put("/groups/{path}/membership", beside).statusCode(200).body("status", is("ACTIVE"));
    }

    @Test
    void an_invitation_is_no_way_round_it() {
        var ada = people.member(town);
        people.grow(beside);
        people.lead(town)
                .post("/groups/{path}/members", Map.of("memberId", ada.id()), beside)
                .statusCode(201);
        var move = planned(ada);
        suspended(people.lead(town), town, ada, 7);
        done(move);
        ada.put("/groups/{path}/membership", beside).statusCode(200).body("status", is("SUSPENDED"));
        assertThat(groups(ada, "ACTIVE")).isEmpty();
    }

    @Test
    void a_request_is_no_way_round_it() {
        people.grow(town);
        people.lead(town)
                .post("/groups", Map.of("path", beside, "name", "Beside", "joinPolicy", "REQUEST"))
                .statusCode(201);
        var ada = people.member(town);
        String request = ada.put("/groups/{path}/membership", beside)
                .statusCode(200)
                .extract()
                .path("id");
        var move = planned(ada);
        suspended(people.lead(town), town, ada, 7);
        done(move);
        refused(people.lead(town).act("/memberships/{id}/approve", request), 409, "suspended");
        assertThat(groups(ada, "SUSPENDED")).containsExactly(beside);
    }

    @Test
    void the_end_of_a_shorter_one_further_up_is_not_the_end_of_all() {
        var ada = people.member(town);
        var move = planned(ada);
        var shorter = suspended(people.lead(town), movement, ada, 3);
        var longer = suspended(people.lead(town), town, ada, 30);
        done(move);
        people.lead(town).act("/suspensions/{id}/lift", shorter).statusCode(200);
        assertThat(groups(ada, "SUSPENDED")).containsExactly(beside);
        people.lead(town).act("/suspensions/{id}/lift", longer).statusCode(200);
        assertThat(groups(ada, "ACTIVE")).containsExactly(beside);
    }

    @Test
    void it_goes_on_from_group_to_group() {
        var ada = people.member(town);
        var move = planned(ada);
        var suspension = suspended(people.lead(town), town, ada, 7);
        done(move);
        var last = movement + ".last";
        people.grow(last);
        done(id(merge(people.lead(town), beside, last)));
        ada.delete("/groups/{path}/membership", last).statusCode(204);
        refused(ada.put("/groups/{path}/membership", last), 403, "you-are-suspended");
        people.lead(town).act("/suspensions/{id}/lift", suspension).statusCode(200);
        ada.put("/groups/{path}/membership", last).statusCode(200).body("status", is("ACTIVE"));
    }

    @Test
    void the_new_group_can_suspend_them_for_reasons_of_its_own() {
        var ada = people.member(town);
        people.grow(beside);
        var move = planned(ada);
        var first = suspended(people.lead(town), town, ada, 7);
        done(move);
        var second = suspended(people.with(LEAD, beside), beside, ada, 30);
        people.lead(town).act("/suspensions/{id}/lift", first).statusCode(200);
        assertThat(groups(ada, "SUSPENDED")).containsExactly(beside);
        people.lead(town).act("/suspensions/{id}/lift", second).statusCode(200);
        assertThat(groups(ada, "ACTIVE")).containsExactly(beside);
    }

    @Test
    void who_was_active_there_before_stays_so() {
        var ada = people.member(town);
        people.grow(beside);
        ada.put("/groups/{path}/membership", beside).statusCode(200);
        var move = planned(ada);
        suspended(people.lead(town), town, ada, 7);
        done(move);
        assertThat(groups(ada, "ACTIVE")).containsExactly(beside);
        assertThat(groups(ada, "SUSPENDED")).isEmpty();
    }

    @Test
    void who_is_suspended_in_a_group_that_is_merged_is_told_and_may_decline() {
        var ada = people.member(town);
        var ben = people.member(town);
        people.grow(beside);
        suspended(people.lead(town), town, ada, 7);
        suspended(people.lead(town), town, ben, 7);
        var move = id(merge(people.lead(town), town, beside));
        ada.get("/me/moves").body("items.id", contains(move.toString())).body("items[0].declined", is(false));
        ada.get("/moves/{id}", move).statusCode(200).body("declined", is(false));
        ada.act("/moves/{id}/decline", move).statusCode(200).body("declined", is(true));
        done(move);
        assertThat(result(move, ada)).isEqualTo("DECLINED");
        assertThat(groups(ada, "SUSPENDED")).isEmpty();
        assertThat(groups(ben, "SUSPENDED")).containsExactly(beside);
        // Declining is no way round it either.
        refused(ada.put("/groups/{path}/membership", beside), 403, "you-are-suspended");
    }

    @Test
    void work_that_was_not_for_them_is_not_for_them_where_it_goes() {
        var guest = people.member(movement + ".village");
        people.grow(town);
        people.grow(beside);
        var task = Work.open(people.lead(town), Work.leaflets(town, "audience", Map.of("who", "MOVEMENT")));
        var suspension = suspended(people.lead(town), town, guest, 7);
        unseen(guest.get("/tasks/{id}", task));
        done(id(merge(people.lead(town), town, beside)));
        unseen(guest.get("/tasks/{id}", task));
        unseen(guest.put("/tasks/{id}/claim", task));
        guest.get("/tasks?status=OPEN").body("items.id", not(hasItem(task.toString())));
        people.lead(town).act("/suspensions/{id}/lift", suspension).statusCode(200);
        guest.get("/tasks?status=OPEN").body("items.id", hasItem(task.toString()));
        guest.put("/tasks/{id}/claim", task).statusCode(200);
    }

    /** Only who is active can be named: the suspension comes later. */
    private UUID planned(Person member) {
        return id(split(people.lead(town), town, beside, member));
    }

    private void done(UUID move) {
        letDayCome(move);
        sweeper.sweep();
        assertThat(Plans.status(move)).isEqualTo("DONE");
    }

    private static String suspended(Person by, String group, Person whom, int days) {
        var wanted = Map.of("memberId", whom.id(), "reason", "Reported.", "until", inDays(days));
        return by.post("/groups/{path}/suspensions", wanted, group)
                .statusCode(201)
                .extract()
                .path("id");
    }
}
