package org.barnstorm.task;

import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is suspended in one part of the tree and active in another: nothing there is for them, for whatever reason it was. */
@QuarkusTest
class SuspendedGuestTest {
    private static final Map<String, Object> BRIGHTON =
            Map.of("type", "Point", "coordinates", List.of(Emergencies.LONGITUDE, Emergencies.LATITUDE));

    @Inject
    People people;

    @Inject
    RescueSweeper sweeper;

    private final String movement = People.freshMovement();
    private final String town = movement + ".town";
    private final String village = movement + ".village";

    @BeforeEach
    void there_are_groups() {
        people.grow(town);
        people.grow(movement + ".hamlet");
    }

    @ParameterizedTest
    @CsvSource({"MOVEMENT, false", "NEARBY, false", "INVITED, true", "GROUP, true"})
    void what_is_for_people_of_other_groups_is_not_for_them_until_the_suspension_is_over(String who, boolean invited) {
        var lead = people.lead(town);
        var guest = villager();
        var task = Work.open(lead, wanted(who));
        if (invited) {
            lead.replace("/tasks/{id}/invitations", Map.of("memberIds", List.of(guest.id())), task)
                    .statusCode(204);
        }
        expect(guest, task, true);
        var suspension = suspend(town, guest);
        expect(guest, task, false);
        lead.act("/suspensions/{id}/lift", suspension).statusCode(200);
        expect(guest, task, true);
        guest.put("/tasks/{id}/claim", task).statusCode(200);
    }

    @Test
    void a_suspension_further_up_counts_and_one_beside_does_not() {
        var here = villager();
        var task = Work.open(people.lead(town), wanted("MOVEMENT"));
        suspend(movement + ".hamlet", here);
        expect(here, task, true);
        var above = villager();
        suspend(movement, above);
        expect(above, task, false);
    }

    @Test
    void they_are_not_offered_a_place_alone_or_with_others() {
        var lead = people.lead(town);
        var guest = villager();
        suspend(town, guest);
        var task = Work.open(lead, wanted("MOVEMENT"));
        refused(lead.post("/tasks/{id}/assignments", Map.of("memberId", guest.id()), task), 409, "not-a-member");
        lead.post("/tasks/{id}/assignments", Map.of("memberIds", List.of(guest.id())), task)
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].problem.type", is("/problems/not-a-member"));
    }

    @Test
    void what_they_were_offered_before_is_refused() {
        var lead = people.lead(town);
        var guest = villager();
        var offer = Work.offer(lead, Work.open(lead, wanted("MOVEMENT")), guest);
        suspend(town, guest);
        refused(guest.act("/assignments/{id}/accept", offer), 409, "not-a-member");
    }

    @Test
    void they_are_not_called_when_somebody_drops_out_and_a_call_from_before_is_not_theirs_any_more() {
        var called = villager();
        var spared = villager();
        suspend(town, spared);
        Emergencies.droppedOut(people, Emergencies.saturday(town, Emergencies.TOMORROW));
        sweeper.sweep();
        called.get("/me/calls").statusCode(200).body("items", hasSize(1));
        spared.get("/me/calls").statusCode(200).body("items", hasSize(0));
        suspend(town, called);
        called.get("/me/calls").statusCode(200).body("items", hasSize(0));
    }

    /** An active member beside the town, who lives next to where the work is. */
    private Person villager() {
        var person = people.member(village);
        person.patch("/me", null, Map.of("home", BRIGHTON)).statusCode(200);
        return person;
    }

    private String suspend(String group, Person whom) {
        var until = Instant.now().plus(Duration.ofDays(7)).toString();
        var body = Map.of("memberId", whom.id(), "reason", "Three people reported it.", "until", until);
        return people.lead(group)
                .post("/groups/{path}/suspensions", body, group)
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void expect(Person person, UUID task, boolean included) {
        var id = task.toString();
        var listed = person.get("/tasks?status=OPEN&limit=200").statusCode(200);
        var next = person.get("/me/next").statusCode(200);
        if (included) {
            listed.body("items.id", hasItem(id));
            next.body("items.id", hasItem(id));
            person.get("/tasks/{id}", task).statusCode(200);
        } else {
            listed.body("items.id", not(hasItem(id)));
            next.body("items.id", not(hasItem(id)));
            unseen(person.get("/tasks/{id}", task));
            unseen(person.get("/tasks/{id}/eligibility", task));
            unseen(person.put("/tasks/{id}/claim", task));
            unseen(person.put("/tasks/{id}/waitlist", task));
        }
    }

    private Map<String, Object> wanted(String who) {
        var wanted = Work.leaflets(
                town, "audience", who.equals("NEARBY") ? Map.of("who", who, "km", 10) : Map.of("who", who));
        wanted.put("remote", false);
        wanted.put("place", Map.of("name", "Level", "location", BRIGHTON));
        return wanted;
    }
}
