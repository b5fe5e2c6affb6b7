package org.barnstorm.regroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.regroup.Plans.id;
import static org.barnstorm.regroup.Plans.inDays;
import static org.barnstorm.regroup.Plans.letDayCome;
import static org.barnstorm.regroup.Plans.merge;
import static org.barnstorm.regroup.Plans.split;
import static org.barnstorm.regroup.Plans.status;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Crowd;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Wire;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The day has come while people leave, are sent away or suspended, join, claim and make tasks; on several replicas. */
@QuarkusTest
class MoveRaceTest {
    @Inject
    People people;

    @Inject
    MoveSweeper sweeper;

    private final String town = People.freshTown();
    private final String beside = town.split("\\.")[0] + ".beside";

    @Test
    void of_two_plans_that_name_one_member_one_is_made() {
        var ada = people.member(town);
        var answers = Concurrently.race(List.<Callable<Integer>>of(
                () -> split(people.lead(town), town, beside, ada).extract().statusCode(),
                () -> split(people.lead(town), town, town + ".quarter", ada)
                        .extract()
                        .statusCode(),
                () -> split(people.lead(town), town, town + ".north", ada)
                        .extract()
                        .statusCode()));
        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
        Invariants.hold();
    }

    @RepeatedTest(3)
    void leaving_ending_and_suspending_meet_a_merge() {
        people.grow(beside);
        var members = Crowd.members(people, town, 12);
        var ids = members.stream().map(each -> each.get("/me").id()).toList();
        var lead = Wire.of(people.lead(town));
        var move = id(merge(people.lead(town), town, beside));
        letDayCome(move);
        List<Callable<Integer>> acts = new ArrayList<>();
        for (var i = 0; i < 3; i++) {
            var leaver = members.get(i);
            acts.add(() -> Wire.patiently(() -> leaver.delete("/groups/" + town + "/membership"))
                    .status());
            var membership = membership(ids.get(3 + i));
            acts.add(() -> Wire.patiently(() -> lead.act("/memberships/" + membership + "/end"))
                    .status());
            var suspension = Map.of("memberId", ids.get(6 + i), "reason", "Reported.", "until", inDays(7));
            acts.add(() -> Wire.patiently(() -> lead.post("/groups/" + town + "/suspensions", suspension))
                    .status());
        }
        for (var i = 0; i < 3; i++) acts.add(() -> sweeper.sweep());
        var answers = Concurrently.race(acts);
        assertThat(answers.subList(0, 9)).allMatch(status -> status < 500);
        sweeper.sweep();
        assertThat(status(move)).isEqualTo("DONE");
        assertThat(belonging(ids.subList(9, 12), beside)).isEqualTo(3);
        // Who was suspended before they went is so there as well; who was after, only in the group that is no more.
        assertThat(belonging(ids.subList(6, 9), beside) + suspended(ids.subList(6, 9), beside))
                .isEqualTo(3);
        Invariants.hold();
    }

    @RepeatedTest(3)
    void nothing_is_left_behind_that_came_while_the_day_began() {
        people.grow(beside);
        var lead = people.lead(town);
        var organiser = Wire.of(lead);
        people.grow(town);
        var open = Work.open(lead, town, 20);
        var claimers = Crowd.members(people, town, 6);
        var joiners = new ArrayList<Wire>();
        for (var i = 0; i < 6; i++) joiners.add(Wire.of(people.newcomer()));
        var move = id(merge(lead, town, beside));
        letDayCome(move);
        List<Callable<Integer>> acts = new ArrayList<>();
        for (var i = 0; i < 6; i++) {
            var claimer = claimers.get(i);
            var joiner = joiners.get(i);
            acts.add(() -> Wire.patiently(() -> claimer.put("/tasks/" + open + "/claim"))
                    .status());
            acts.add(() -> Wire.patiently(() -> joiner.put("/groups/" + town + "/membership"))
                    .status());
            acts.add(() -> Wire.patiently(() -> organiser.post("/tasks", Work.leaflets(town)))
                    .status());
        }
        for (var i = 0; i < 2; i++) acts.add(() -> sweeper.sweep());
        var answers = Concurrently.race(acts);
        assertThat(answers.subList(0, 18)).allMatch(status -> status < 500);
        sweeper.sweep();
        assertThat(status(move)).isEqualTo("DONE");
        Invariants.hold();
    }

    @Test
    void several_replicas_move_everybody_once() {
        people.grow(beside);
        var members = Crowd.members(people, town, 70);
        var ids = members.stream().map(each -> each.get("/me").id()).toList();
        var move = id(merge(people.lead(town), town, beside));
        letDayCome(move);
        Concurrently.times(4, () -> sweeper.sweep());
        sweeper.sweep();
        assertThat(status(move)).isEqualTo("DONE");
        assertThat(belonging(ids, beside)).isEqualTo(70);
        assertThat(Sql.value(
                        Long.class,
                        "select count(*) from journal where type = 'membership.moved' and data ->> 'move' = ?",
                        move.toString()))
                .isEqualTo(70);
        Invariants.hold();
    }

    @RepeatedTest(3)
    void a_plan_is_cancelled_or_carried_out_never_both() {
        var ada = people.member(town);
        var move = id(split(people.lead(town), town, beside, ada));
        letDayCome(move);
        var lead = Wire.of(people.lead(town));
        var answers = Concurrently.race(List.<Callable<Integer>>of(
                () -> Wire.patiently(() -> lead.act("/moves/" + move + "/cancel"))
                        .status(),
                () -> sweeper.sweep()));
        sweeper.sweep();
        var cancelled = answers.get(0) == 200;
        assertThat(status(move)).isEqualTo(cancelled ? "CANCELLED" : "DONE");
        assertThat(Plans.groups(ada, "ACTIVE")).containsExactly(cancelled ? town : beside);
        Invariants.hold();
    }

    private UUID membership(UUID member) {
        return Sql.value(UUID.class, "select id from membership where member_id = ? and status = 'ACTIVE'", member);
    }

    private static long belonging(List<UUID> members, String group) {
        return standing(members, group, "ACTIVE");
    }

    private static long suspended(List<UUID> members, String group) {
        return standing(members, group, "SUSPENDED");
    }

    private static long standing(List<UUID> members, String group, String status) {
        return members.stream()
                .filter(member -> !Sql.column(
                                UUID.class,
                                "select m.id from membership m join local_group g on g.id = m.group_id"
                                        + " where m.member_id = ? and g.path = ? and m.status = ?",
                                member,
                                group,
                                status)
                        .isEmpty())
                .count();
    }
}
