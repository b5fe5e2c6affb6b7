package org.barnstorm.task;

import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.task.Handovers.hand;
import static org.barnstorm.task.Handovers.in;
import static org.barnstorm.task.Handovers.shift;
import static org.barnstorm.task.Handovers.take;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may name somebody for their place, and what is asked of whoever takes it over. */
@QuarkusTest
class HandoverRuleTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @AfterEach
    void the_invariants_hold() {
        Invariants.hold();
    }

    @Test
    void only_the_holder_names_and_only_the_named_person_answers() {
        var organiser = people.with(ORGANISER, town);
        var ada = people.member(town);
        var ben = people.member(town);
        var eve = people.member(town);
        var hold = Work.claim(ada, Work.open(organiser, town, 1));
        unseen(hand(ben, hold, eve));
        refused(hand(organiser, hold, eve), 403, "not-yours");
        unseen(hand(ada, UUID.randomUUID(), eve));
        refused(hand(ada, hold, ada), 422, "handover-to-oneself");
        unseen(ada.post("/assignments/{id}/handover", Map.of("fence", 1, "memberId", UUID.randomUUID()), hold));
        refused(ada.post("/assignments/{id}/handover", Map.of("fence", 1), hold), 422, "invalid-input");
        hand(ada, hold, ben).statusCode(200);
        unseen(take(eve, hold));
        refused(take(organiser, hold), 403, "not-yours");
        refused(take(ada, hold), 403, "not-yours");
        refused(organiser.act("/assignments/{id}/handover/decline", hold), 403, "not-yours");
        refused(organiser.delete("/assignments/{id}/handover?fence=1", hold), 403, "not-yours");
        // Who is named sees the hold, and still may not act on it.
        refused(ben.post("/assignments/{id}/complete", Work.completion(1), hold), 403, "not-yours");
    }

    @Test
    void who_is_named_sees_the_hold_and_does_not_judge_it() {
        var ada = people.member(town);
        var ben = people.member(town);
        var hold = Work.claim(ada, Work.open(people.with(ORGANISER, town), town, 1));
        hand(ada, hold, ben).statusCode(200);
        refused(ben.act("/assignments/{id}/verify", hold), 403, "no-mandate");
    }

    @Test
    void what_is_offered_done_or_lost_cannot_be_handed_over() {
        var organiser = people.with(ORGANISER, town);
        var ada = people.member(town);
        var ben = people.member(town);
        refused(hand(ada, Work.offer(organiser, Work.open(organiser, town, 1), ada), ben), 409, "assignment-state");
        refused(hand(ada, Work.done(ada, Work.open(organiser, town, 1)), ben), 409, "assignment-state");
        var hold = Work.claim(ada, Work.open(organiser, town, 1));
        var wrong = Map.of("fence", 9, "memberId", ben.id());
        refused(ada.post("/assignments/{id}/handover", wrong, hold), 409, "lease-lost");
        Work.letLapse(hold);
        refused(hand(ada, hold, ben), 409, "lease-lost");
    }

    @ParameterizedTest
    @CsvSource({"GROUP, not-a-member", "MOVEMENT, not-a-member", "INVITED, not-invited"})
    void naming_reveals_nothing_and_taking_over_asks_what_a_claim_does(String audience, String code) {
        var organiser = people.with(ORGANISER, town);
        var ada = people.member(town);
        var stranger = people.member(People.freshTown());
        var task = Work.open(organiser, Work.leaflets(town, "audience", Map.of("who", audience)));
        organiser
                .replace("/tasks/{id}/invitations", Map.of("memberIds", List.of(ada.id())), task)
                .statusCode(204);
        var hold = Work.claim(ada, task);
        hand(ada, hold, stranger).statusCode(200);
        unseen(stranger.get("/tasks/{id}", task));
        refused(take(stranger, hold), 409, code);
        ada.get("/assignments/{id}", hold).body("status", is("HELD")).body("handover", notNullValue());
    }

    @Test
    void an_invited_holder_does_not_invite_others() {
        var organiser = people.with(ORGANISER, town);
        var ada = people.member(town);
        var ben = people.member(town);
        var task = Work.open(organiser, Work.leaflets(town, "audience", Map.of("who", "INVITED")));
        invite(organiser, task, ada);
        var hold = Work.claim(ada, task);
        hand(ada, hold, ben).statusCode(200);
        refused(take(ben, hold), 409, "not-invited");
        invite(organiser, task, ben);
        take(ben, hold).statusCode(200);
    }

    @Test
    void who_takes_over_has_learnt_what_is_needed_and_has_room_and_time() {
        var lead = people.with(LEAD, town);
        var ada = people.member(town);
        var ben = people.member(town);
        String course = lead.post("/courses", Map.of("group", town, "title", "Doors", "description", "Listen."))
                .statusCode(201)
                .extract()
                .path("id");
        qualify(lead, ada, course);
        var qualified = Work.claim(ada, Work.open(lead, Work.leaflets(town, "requiredCourseId", course)));
        hand(ada, qualified, ben).statusCode(200);
        refused(take(ben, qualified), 409, "not-qualified");
        qualify(lead, ben, course);
        for (var i = 0; i < 3; i++) Work.claim(ben, Work.open(lead, town, 1));
        refused(take(ben, qualified), 409, "claim-limit").body("holds", hasSize(3));

        var eve = people.member(town);
        var begin = in(Duration.ofDays(3));
        Work.claim(eve, Work.open(lead, shift(town, begin)));
        var shift = Work.claim(ada, Work.open(lead, shift(town, begin)));
        hand(ada, shift, eve).statusCode(200);
        refused(take(eve, shift), 409, "double-booked");

        var two = Work.open(lead, town, 2);
        var other = Work.claim(ada, two);
        Work.claim(eve, two);
        hand(ada, other, eve).statusCode(200);
        refused(take(eve, other), 409, "already-assigned");
    }

    @Test
    void what_is_over_cannot_be_handed_over_or_taken_over() {
        var organiser = people.with(ORGANISER, town);
        var ada = people.member(town);
        var ben = people.member(town);
        var task = Work.open(organiser, shift(town, in(Duration.ofDays(3))));
        var hold = Work.claim(ada, task);
        hand(ada, hold, ben).statusCode(200);
        Work.letEnd(task);
        Sql.run("update assignment set busy = (select busy from task where id = task_id) where id = ?", hold);
        ben.get("/me/handovers").body("items", hasSize(0));
        refused(take(ben, hold), 409, "task-over");
        refused(hand(ada, hold, ben), 409, "task-over");
    }

    @Test
    void a_place_of_a_closed_task_goes_on_with_another_person_who_then_sees_the_task() {
        var organiser = people.with(ORGANISER, town);
        var ada = people.member(town);
        var ben = people.member(town);
        var task = Work.open(organiser, town, 1);
        var hold = Work.claim(ada, task);
        organiser.act("/tasks/{id}/close", task).statusCode(200);
        unseen(ben.get("/tasks/{id}", task));
        hand(ada, hold, ben).statusCode(200);
        ben.get("/tasks/{id}", task).statusCode(200);
        take(ben, hold).statusCode(200);
    }

    private static void invite(Person organiser, UUID task, Person guest) {
        organiser
                .replace("/tasks/{id}/invitations", Map.of("memberIds", List.of(guest.id())), task)
                .statusCode(204);
    }

    private void qualify(Person lead, Person learner, String course) {
        lead.post("/courses/{id}/completions", Map.of("memberId", learner.id(), "group", town), course)
                .statusCode(201);
    }
}
