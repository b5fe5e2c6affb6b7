package org.barnstorm.regroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.regroup.Plans.groups;
import static org.barnstorm.regroup.Plans.id;
import static org.barnstorm.regroup.Plans.letDayCome;
import static org.barnstorm.regroup.Plans.merge;
import static org.barnstorm.regroup.Plans.split;
import static org.barnstorm.regroup.Plans.status;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.barnstorm.testing.InFlight;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What splits and merges wait for. Each test holds exactly one lock of somebody else's. */
@QuarkusTest
class MoveLockTest {
    private static final String GROUP = "select 1 from local_group where path = ? for ";
    private static final String MERGED =
            "update local_group set merged_at = now(), merged_into = (select id from local_group where path = ?)"
                    + " where path = ?";

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
    void nobody_goes_before_those_have_come_who_were_on_their_way_to_a_merged_group() {
        var ada = people.member(town);
        people.grow(beside);
        var move = id(merge(people.lead(town), town, beside));
        letDayCome(move);
        // As by joining, by making a task, and by every other row that refers to the group.
        try (var newcomer = InFlight.with(GROUP + "key share", town)) {
            sweeper.sweep();
            assertThat(status(move)).isEqualTo("RUNNING");
            assertThat(groups(ada, "ACTIVE")).containsExactly(town);
            refused(people.newcomer().put("/groups/{path}/membership", town), 409, "group-merged");
            sweeper.sweep();
            assertThat(status(move)).isEqualTo("RUNNING");
            newcomer.commit();
        }
        sweeper.sweep();
        assertThat(status(move)).isEqualTo("DONE");
        assertThat(groups(ada, "ACTIVE")).containsExactly(beside);
    }

    @Test
    void a_day_does_not_begin_while_a_group_is_made_below_the_one_that_is_to_be_merged() {
        people.grow(town);
        people.grow(beside);
        var move = id(merge(people.lead(town), town, beside));
        letDayCome(move);
        try (var founder = InFlight.with(GROUP + "share", town)) {
            sweeper.sweep();
            assertThat(status(move)).isEqualTo("PLANNED");
            founder.commit();
        }
        people.grow(town + ".late");
        sweeper.sweep();
        people.lead(town).get("/moves/{id}", move).body("endReason", is("GROUPS_BELOW"));
    }

    @Test
    void no_group_is_made_on_the_day_below_one_that_is_just_being_merged() {
        var ada = people.member(town);
        var above = movement + ".above";
        people.grow(above);
        people.grow(beside);
        var move = id(split(people.lead(town), town, above + ".new", ada));
        letDayCome(move);
        try (var merging = InFlight.with(MERGED, beside, above)) {
            sweeper.sweep();
            assertThat(status(move)).isEqualTo("PLANNED");
            merging.commit();
        }
        sweeper.sweep();
        people.lead(town).get("/moves/{id}", move).body("endReason", is("GROUP_MERGED"));
        unseen(ada.get("/groups/{path}", above + ".new"));
        assertThat(groups(ada, "ACTIVE")).containsExactly(town);
    }

    /** I-19: whichever of them is just being revoked, the cancellation comes before or after. */
    @Test
    void cancelling_relies_on_every_mandate_that_it_takes() {
        var lead = people.member(town);
        people.grow(beside);
        var here = UUID.fromString(people.appoint(lead, LEAD, town));
        var there = UUID.fromString(people.appoint(lead, LEAD, beside));
        var move = id(split(people.lead(town), town, beside, people.member(town)));
        for (var mandate : new UUID[] {here, there}) {
            try (var revoking = InFlight.with("select 1 from mandate where id = ? for update", mandate)) {
                refused(lead.act("/moves/{id}/cancel", move), 409, "busy");
                revoking.commit();
            }
        }
        assertThat(status(move)).isEqualTo("PLANNED");
        lead.act("/moves/{id}/cancel", move).statusCode(200).body("status", is("CANCELLED"));
    }

    @Test
    void whose_work_others_are_at_waits_and_is_not_left_behind() {
        var lead = people.with(LEAD, town);
        people.grow(beside);
        var task = Work.open(lead, town, 1);
        var move = id(merge(people.lead(town), town, beside));
        letDayCome(move);
        try (var claimer = InFlight.with("select 1 from task where id = ? for update", task)) {
            sweeper.sweep();
            assertThat(status(move)).isEqualTo("RUNNING");
            claimer.commit();
        }
        sweeper.sweep();
        assertThat(status(move)).isEqualTo("DONE");
        people.lead(town).get("/tasks/{id}", task).body("group", is(beside));
    }
}
