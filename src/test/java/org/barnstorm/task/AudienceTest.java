package org.barnstorm.task;

import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.TestStack;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sees an open task and may claim it: one rule for both. */
@QuarkusTest
class AudienceTest {
    private static final Map<String, Object> BRIGHTON = point(-0.14, 50.83);
    private static final Map<String, Object> HOVE = point(-0.17, 50.83);
    private static final Map<String, Object> LONDON = point(-0.12, 51.50);

    @Inject
    People people;

    private final String movement = People.freshMovement();
    private final String region = movement + ".region";
    private final String town = region + ".town";

    @ParameterizedTest
    @CsvSource({
        // audience, in the group, below it, beside it, above it, in another movement
        "GROUP,    true, false, false, false, false",
        "BRANCH,   true, true,  false, false, false",
        "MOVEMENT, true, true,  true,  true,  false",
        "INVITED,  false, false, false, false, false",
    })
    void an_audience_is_who_sees_and_who_claims(
            String who, boolean here, boolean below, boolean beside, boolean above, boolean elsewhere) {
        var task = task(Map.of("who", who));
        expect(people.member(town), task, here);
        expect(people.member(town + ".ward"), task, below);
        expect(people.member(region + ".village"), task, beside);
        expect(people.member(region), task, above);
        expect(people.member(People.freshTown()), task, elsewhere);
    }

    @Test
    void people_nearby_are_those_who_live_within_so_many_kilometres_wherever_they_are_members() {
        var task = task(Map.of("who", "NEARBY", "km", 10));
        expect(living(region + ".village", HOVE), task, true);
        expect(living(town, LONDON), task, false);
        expect(people.member(town), task, false);
        expect(living(People.freshTown(), HOVE), task, false);
    }

    @Test
    void who_is_invited_sees_and_claims_whoever_the_audience_is() {
        var organiser = people.with(ORGANISER, town);
        for (var who : List.of("INVITED", "GROUP")) {
            var task = task(Map.of("who", who));
            var guest = people.member(People.freshTown());
            expect(guest, task, false);
            organiser
                    .replace("/tasks/{id}/invitations", Map.of("memberIds", List.of(guest.id())), task)
                    .statusCode(204);
            expect(guest, task, true);
        }
    }

    @Test
    void an_invitation_can_be_repeated_listed_and_withdrawn() {
        var organiser = people.with(ORGANISER, town);
        var task = task(Map.of("who", "INVITED"));
        var guest = people.member(People.freshTown(), "Ada Lovelace");
        var body = Map.of("memberIds", List.of(guest.id()));
        organiser.replace("/tasks/{id}/invitations", body, task).statusCode(204);
        organiser.replace("/tasks/{id}/invitations", body, task).statusCode(204);
        organiser
                .get("/tasks/{id}/invitations", task)
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].memberId", is(guest.id().toString()))
                .body("items[0].name", is("Ada L."));
        organiser.delete("/tasks/{id}/invitations/{member}", task, guest.id()).statusCode(204);
        unseen(organiser.delete("/tasks/{id}/invitations/{member}", task, guest.id()));
        expect(guest, task, false);
    }

    /** A claim holds the person's lock from before it looks for the invitation until it is through. */
    @Test
    void an_invitation_is_not_withdrawn_while_the_person_claims() throws SQLException {
        var organiser = people.with(ORGANISER, town);
        var task = task(Map.of("who", "INVITED"));
        var guest = people.member(People.freshTown());
        organiser
                .replace("/tasks/{id}/invitations", Map.of("memberIds", List.of(guest.id())), task)
                .statusCode(204);
        try (var claim = TestStack.asOwner();
                var lock = claim.prepareStatement("select 1 from member where id = ? for no key update")) {
            claim.setAutoCommit(false);
            lock.setObject(1, guest.id());
            lock.executeQuery();
            refused(organiser.delete("/tasks/{id}/invitations/{member}", task, guest.id()), 409, "busy");
            claim.rollback();
        }
        organiser.get("/tasks/{id}/invitations", task).body("items", hasSize(1));
        organiser.delete("/tasks/{id}/invitations/{member}", task, guest.id()).statusCode(204);
    }

    @Test
    void an_invitation_of_nobody_invites_nobody_else_either() {
        var organiser = people.with(ORGANISER, town);
        var task = task(Map.of("who", "INVITED"));
        var ids = List.of(people.member(town).id(), UUID.randomUUID());
        refused(organiser.replace("/tasks/{id}/invitations", Map.of("memberIds", ids), task), 422, "unknown-member");
        organiser.get("/tasks/{id}/invitations", task).body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 204", "ORGANISER, 204", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_invite(String role, int status) {
        var task = task(Map.of("who", "GROUP"));
        var body = Map.of("memberIds", List.of(people.member(town).id()));
        people.as(role, town).replace("/tasks/{id}/invitations", body, task).statusCode(status);
    }

    @Test
    void who_sees_it_by_mandate_is_not_among_the_invited() {
        var task = task(Map.of("who", "INVITED"));
        refused(people.with(LEAD, town).put("/tasks/{id}/claim", task), 409, "not-invited");
    }

    @Test
    void an_offer_reaches_further_than_the_audience_but_not_out_of_the_movement() {
        var organiser = people.with(ORGANISER, town);
        var task = task(Map.of("who", "NEARBY", "km", 10));
        var far = living(region + ".village", LONDON);
        far.act("/assignments/{id}/accept", Work.offer(organiser, task, far)).statusCode(200);
        var stranger = people.member(People.freshTown());
        refused(
                organiser.post("/tasks/{id}/assignments", Map.of("memberId", stranger.id()), task),
                409,
                "not-a-member");
    }

    @Test
    void an_audience_that_makes_no_sense_is_refused() {
        var organiser = people.with(ORGANISER, town);
        refused(organiser.post("/tasks", wanted(Map.of("who", "NEARBY"))), 422, "invalid-input");
        refused(organiser.post("/tasks", wanted(Map.of("who", "GROUP", "km", 3))), 422, "invalid-input");
        var nowhere = wanted(Map.of("who", "NEARBY", "km", 3));
        nowhere.put("remote", true);
        nowhere.remove("place");
        refused(organiser.post("/tasks", nowhere), 422, "invalid-input");
    }

    private static void expect(Person person, UUID task, boolean included) {
        var list = person.get("/tasks?status=OPEN&limit=200").statusCode(200);
        if (included) {
            list.body("items.id", hasItem(task.toString()));
            person.get("/tasks/{id}", task).statusCode(200);
            person.put("/tasks/{id}/claim", task).statusCode(200);
        } else {
            list.body("items.id", not(hasItem(task.toString())));
            unseen(person.get("/tasks/{id}", task));
            unseen(person.put("/tasks/{id}/claim", task));
        }
    }

    private Person living(String group, Map<String, Object> home) {
        var person = people.member(group);
        person.patch("/me", null, Map.of("home", home)).statusCode(200);
        return person;
    }

    private UUID task(Map<String, Object> audience) {
        return Work.open(people.with(ORGANISER, town), wanted(audience));
    }

    private Map<String, Object> wanted(Map<String, Object> audience) {
        var wanted = Work.leaflets(town, "audience", audience);
        wanted.put("capacity", 10);
        wanted.put("remote", false);
        wanted.put("place", Map.of("name", "Level", "location", BRIGHTON));
        return wanted;
    }

    private static Map<String, Object> point(double longitude, double latitude) {
        return Map.of("type", "Point", "coordinates", List.of(longitude, latitude));
    }
}
