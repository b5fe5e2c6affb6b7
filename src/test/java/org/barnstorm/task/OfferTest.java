package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.barnstorm.testing.Crowd;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Statements;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places are offered to several people in one request. */
@QuarkusTest
class OfferTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @AfterEach
    void the_invariants_hold() {
        Invariants.hold();
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 200", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_offer_places_to_several(String role, int status) {
        var task = Work.open(people.with(ORGANISER, town), town, 2);
        var both = List.of(people.member(town).id(), people.member(town).id());
        var person = people.as(role, town);
        var answer = offer(person, task, both);
        if (status == 403) {
            refused(answer, 403, "no-mandate");
            return;
        }
        answer.statusCode(200)
                .body(
                        "items.memberId",
                        contains(both.get(0).toString(), both.get(1).toString()))
                .body("items.assignment.status", contains("OFFERED", "OFFERED"))
                .body("items[0].assignment.assignedBy", is(person.id().toString()))
                .body("items.assignment.fence", contains(1, 2));
    }

    @Test
    void each_person_gets_an_answer_of_their_own() {
        var lead = people.with(LEAD, town);
        String course = lead.post("/courses", Map.of("group", town, "title", "Doors", "description", "Listen."))
                .statusCode(201)
                .extract()
                .path("id");
        var wanted = Work.leaflets(town, "capacity", 3);
        wanted.put("requiredCourseId", course);
        var task = Work.open(lead, wanted);
        var holder = qualified(lead, course);
        Work.claim(holder, task);
        var ada = qualified(lead, course);
        var ben = qualified(lead, course);
        var late = qualified(lead, course);
        var unlearned = people.member(town);
        var stranger = people.newcomer();
        var nobody = UUID.randomUUID();
        var all = Stream.of(stranger, ada, holder, unlearned, ben, late)
                .map(Person::id)
                .collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new));
        all.add(nobody);
        offer(lead, task, all)
                .statusCode(200)
                .body("items.memberId", is(all.stream().map(UUID::toString).toList()))
                .body("items[1].assignment.status", is("OFFERED"))
                .body("items[1].problem", nullValue())
                .body("items[4].assignment.memberId", is(ben.id().toString()))
                .body("items[0].assignment", nullValue())
                .body("items[0].problem.type", is("/problems/not-a-member"))
                .body("items[0].problem.status", is(409))
                .body("items[0].problem.title", is("Conflict"))
                .body("items[2].problem.type", is("/problems/already-assigned"))
                .body("items[3].problem.type", is("/problems/not-qualified"))
                .body("items[3].problem.course", is(course))
                .body("items[5].problem.type", is("/problems/task-full"))
                .body("items[6].problem.type", is("/problems/not-a-member"));
        assertThat(Work.taken(lead, task)).isEqualTo(3);
        ada.get("/me/assignments?status=OFFERED").body("items.taskId", contains(task.toString()));
        assertThat(Sql.value(
                        Long.class,
                        "select count(*) from journal j join assignment a on a.id = j.subject_id"
                                + " where a.task_id = ? and j.type = 'assignment.offered' and j.actor_id = ? and j.mandate_id is not null",
                        task,
                        lead.id()))
                .isEqualTo(2);
    }

    @Test
    void who_is_invited_is_offered_a_place_wherever_they_belong() {
        var organiser = people.with(ORGANISER, town);
        var guest = people.member(People.freshTown());
        var stranger = people.member(People.freshTown());
        var task = Work.open(organiser, Work.leaflets(town, "audience", Map.of("who", "INVITED")));
        organiser
                .replace("/tasks/{id}/invitations", Map.of("memberIds", List.of(guest.id())), task)
                .statusCode(204);
        offer(organiser, task, List.of(guest.id(), stranger.id()))
                .statusCode(200)
                .body("items[0].assignment.status", is("OFFERED"))
                .body("items[1].problem.type", is("/problems/not-invited"));
    }

    @Test
    void a_repeat_with_the_same_key_answers_with_the_offers_as_they_are_now() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 2);
        var ada = people.member(town);
        var ben = people.member(town);
        var stranger = people.newcomer();
        var late = people.member(town);
        var all = Stream.of(ada, ben, stranger, late).map(Person::id).toList();
        var key = UUID.randomUUID().toString();
        String first = keyed(organiser, key, task, all)
                .statusCode(200)
                .body("items.findAll { it.assignment != null }", hasSize(2))
                .extract()
                .path("items[0].assignment.id");
        ada.act("/assignments/{id}/accept", first).statusCode(200);
        ben.post("/tasks/{id}/assignments", Map.of("memberIds", all), task).statusCode(403);
        keyed(organiser, key, task, all)
                .statusCode(200)
                .body("items[0].assignment.id", is(first))
                .body("items[0].assignment.status", is("HELD"))
                .body("items[1].assignment.status", is("OFFERED"))
                .body("items[2].problem.type", is("/problems/not-a-member"))
                .body("items[3].problem.type", is("/problems/task-full"));
        refused(keyed(organiser, key, task, all.subList(0, 2)), 422, "key-reused");
        assertThat(Sql.value(Long.class, "select count(*) from assignment where task_id = ?", task))
                .isEqualTo(2);
    }

    @Test
    void what_the_task_itself_rules_out_is_refused_for_all() {
        var organiser = people.with(ORGANISER, town);
        var both = List.of(people.member(town).id(), people.member(town).id());
        refused(offer(organiser, Work.draft(organiser, Work.leaflets(town)), both), 409, "task-not-open");
        var over = Work.open(organiser, town, 2);
        Work.letEnd(over);
        refused(offer(organiser, over, both), 409, "task-over");
        unseen(offer(organiser, UUID.randomUUID(), both));
    }

    @Test
    void nobody_accepts_a_place_of_work_that_is_over() {
        var organiser = people.with(ORGANISER, town);
        var ada = people.member(town);
        var task = Work.open(organiser, town, 2);
        var hers = Work.offer(organiser, task, ada);
        String anybodys = send(organiser, task, Map.of("group", town)).extract().path("id");
        var end = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        Work.edit(organiser, task, Map.of("startsAt", end.minusSeconds(3600).toString(), "endsAt", end.toString()));
        refused(ada.act("/assignments/{id}/accept", hers), 409, "task-over");
        refused(people.member(town).act("/assignments/{id}/accept", anybodys), 409, "task-over");
        ada.get("/assignments/{id}", hers).statusCode(200).body("status", is("OFFERED"));
    }

    @Test
    void a_request_says_to_whom_and_to_one_kind_only() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 2);
        var ada = people.member(town).id();
        refused(send(organiser, task, Map.of()), 422, "invalid-input").body("errors.pointer", contains(""));
        refused(send(organiser, task, Map.of("memberId", ada, "memberIds", List.of(ada))), 422, "invalid-input");
        refused(send(organiser, task, Map.of("memberId", ada, "group", town)), 422, "invalid-input");
        refused(send(organiser, task, Map.of("role", "LEAD")), 422, "invalid-input");
        refused(offer(organiser, task, List.of(ada, ada)), 422, "invalid-input")
                .body("errors.pointer", hasItem("/memberIds"));
        refused(offer(organiser, task, List.of()), 422, "invalid-input");
        refused(
                offer(
                        organiser,
                        task,
                        Stream.generate(UUID::randomUUID).limit(201).toList()),
                422,
                "invalid-input");
        refused(offer(organiser, task, Collections.singletonList(null)), 422, "invalid-input");
        assertThat(Work.taken(organiser, task)).isZero();
    }

    @Test
    void an_offer_of_work_at_any_time_waits_as_long_as_a_lease() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, Work.leaflets(town, "leaseHours", 72));
        var ada = people.member(town);
        String single = organiser
                .post("/tasks/{id}/assignments", Map.of("memberId", ada.id()), task)
                .statusCode(201)
                .extract()
                .path("leaseUntil");
        var other = Work.open(organiser, Work.leaflets(town, "leaseHours", 72));
        String several = offer(organiser, other, List.of(ada.id())).extract().path("items[0].assignment.leaseUntil");
        assertThat(List.of(single, several)).allSatisfy(until -> assertThat(Instant.parse(until))
                .isCloseTo(Instant.now().plus(Duration.ofHours(72)), within(1, ChronoUnit.MINUTES)));
    }

    @Test
    void two_hundred_people_take_as_many_statements_as_two() {
        var organiser = people.with(ORGANISER, town);
        Crowd.members(people, town, 200);
        var members = Sql.column(
                UUID.class,
                "select s.member_id from membership s join local_group g on g.id = s.group_id"
                        + " where g.path = ? and s.member_id <> ? limit 200",
                town,
                organiser.id());
        var two = statements(organiser, Work.open(organiser, town, 2), members.subList(0, 2));
        var all = statements(organiser, Work.open(organiser, town, 200), members);
        Log.infof("Statements of an offer to 2: %d, to 200: %d", two, all);
        assertThat(all).isEqualTo(two).isLessThanOrEqualTo(16);
    }

    private int statements(Person organiser, UUID task, List<UUID> members) {
        var requestId = "count-" + UUID.randomUUID();
        var statements = Statements.follow(requestId);
        organiser
                .request()
                .header("X-Request-Id", requestId)
                .contentType("application/json")
                .body(Map.of("memberIds", members))
                .post("/tasks/{id}/assignments", task)
                .then()
                .statusCode(200)
                .body("items.findAll { it.assignment != null }", hasSize(members.size()));
        return statements.size();
    }

    private Person qualified(Person lead, String course) {
        var person = people.member(town);
        lead.post("/courses/{id}/completions", Map.of("memberId", person.id(), "group", town), course)
                .statusCode(201);
        return person;
    }

    private static ValidatableResponse offer(Person organiser, UUID task, List<UUID> members) {
        return send(organiser, task, Map.of("memberIds", members));
    }

    private static ValidatableResponse send(Person organiser, UUID task, Map<String, ?> body) {
        return organiser.post("/tasks/{id}/assignments", body, task);
    }

    private static ValidatableResponse keyed(Person organiser, String key, UUID task, List<UUID> members) {
        return organiser
                .request()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(Map.of("memberIds", members))
                .post("/tasks/{id}/assignments", task)
                .then();
    }
}
