package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.ORGANISER;

import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;

/** Random people before random tasks: what they are told, what is suggested to them and what a claim answers agree. */
@QuarkusTest
class EligibilityAgreementTest {
    private static final Instant SATURDAY =
            Instant.now().truncatedTo(ChronoUnit.HOURS).plus(7, ChronoUnit.DAYS);
    private static final List<String> AUDIENCES = List.of("GROUP", "BRANCH", "MOVEMENT", "NEARBY", "INVITED");
    private static final int PEOPLE = 14;
    private static final int TASKS = 40;
    private static final int ONE_PAGE = 20;

    @Inject
    People people;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final String movement = People.freshMovement();
    private final String town = movement + ".town";
    private final List<String> groups = List.of(movement, town, town + ".ward", movement + ".village");
    private final List<String> courses = new ArrayList<>();

    @Test
    void what_one_is_told_is_what_a_claim_answers() {
        Log.infof("Seed of the people and tasks: %d", seed);
        var lead = people.lead(town);
        groups.forEach(people::grow);
        for (var i = 0; i < 2; i++) courses.add(course(lead, i));
        var all = new ArrayList<Person>();
        for (var i = 0; i < PEOPLE; i++) all.add(somebody(lead));
        all.add(busy(lead));
        var tasks = new ArrayList<UUID>();
        for (var i = 0; i < TASKS; i++) tasks.add(something(lead, all));
        tasks.add(full(lead));
        var seen = new TreeMap<String, Integer>();
        for (var person : all) {
            var suggested = suggestions(person);
            var can = new HashSet<UUID>();
            for (var task : tasks) if (agrees(person, task, seen)) can.add(task);
            var cut = suggested.size() == ONE_PAGE;
            suggested.retainAll(tasks);
            assertThat(can).as("seed " + seed).containsAll(suggested);
            if (!cut) assertThat(suggested).as("seed " + seed).isEqualTo(can);
        }
        Log.infof("What was in the way, how often: %s", seen);
        assertThat(seen.keySet())
                .contains("none", "claim-limit", "double-booked", "not-qualified", "task-full", "unseen");
    }

    /** Returns whether they could claim it, after having tried; a place they got is given back. */
    private boolean agrees(Person person, UUID task, Map<String, Integer> seen) {
        var told = person.get("/tasks/{id}/eligibility", task).extract();
        var answer = person.put("/tasks/{id}/claim", task).extract();
        if (told.statusCode() == 404) {
            seen.merge("unseen", 1, Integer::sum);
            assertThat(answer.statusCode()).as("seed " + seed).isEqualTo(404);
            return false;
        }
        assertThat(answer.statusCode())
                .as("seed %d, task %s: %s and %s", seed, task, told.asString(), answer.asString())
                .isEqualTo(told.<Boolean>path("canClaim") ? 200 : 409);
        if (told.path("assignmentId") != null) return false; // a second tap; not suggested again
        List<String> codes = told.path("reasons.code");
        if (codes.isEmpty()) {
            seen.merge("none", 1, Integer::sum);
            giveBack(person, answer.jsonPath());
            return true;
        }
        codes.forEach(code -> seen.merge(code, 1, Integer::sum));
        assertThat("/problems/" + codes.get(0)).as("seed " + seed).isEqualTo(answer.<String>path("type"));
        return false;
    }

    private static void giveBack(Person person, JsonPath hold) {
        person.post("/assignments/{id}/release", Map.of("fence", hold.getLong("fence")), hold.getString("id"))
                .statusCode(200);
    }

    private static Set<UUID> suggestions(Person person) {
        List<String> ids = person.get("/me/next").statusCode(200).extract().path("items.id");
        var found = new HashSet<UUID>();
        ids.forEach(id -> found.add(UUID.fromString(id)));
        return found;
    }

    /** In some of the groups, with a home or without, with a course or without, with more or less to do already. */
    private Person somebody(Person lead) {
        var person = people.newcomer();
        for (var group : groups) {
            if (random.nextInt(10) < 4)
                person.put("/groups/{path}/membership", group).statusCode(200);
        }
        person.put("/groups/{path}/membership", town).statusCode(200);
        if (random.nextInt(4) == 0) people.appoint(person, ORGANISER, town);
        if (random.nextBoolean()) {
            person.patch("/me", null, Map.of("home", point(random.nextInt(3) / 10.0)))
                    .statusCode(200);
        }
        if (random.nextInt(4) > 0) {
            lead.post("/courses/{id}/completions", Map.of("memberId", person.id(), "group", town), courses.get(0))
                    .statusCode(201);
        }
        if (random.nextBoolean()) Work.claim(person, Work.open(lead, timed(Work.leaflets(town), 0)));
        if (random.nextInt(6) == 0) fill(person, lead);
        return person;
    }

    /** With as much to do as a newcomer may have; chance alone does not always leave one. */
    private Person busy(Person lead) {
        var person = people.member(town);
        fill(person, lead);
        return person;
    }

    private void fill(Person person, Person lead) {
        for (var i = 0; i < 3; i++) person.put("/tasks/{id}/claim", Work.open(lead, town, 1));
    }

    /** For some of the people, with a course or without, at some time or any, in some state. */
    private UUID something(Person lead, List<Person> all) {
        var who = AUDIENCES.get(random.nextInt(AUDIENCES.size()));
        var wanted = Work.leaflets(groups.get(random.nextInt(groups.size())));
        wanted.put("audience", who.equals("NEARBY") ? Map.of("who", who, "km", 15) : Map.of("who", who));
        wanted.put("remote", random.nextBoolean());
        wanted.put("place", Map.of("location", point(0)));
        if (random.nextInt(3) == 0) wanted.put("requiredCourseId", courses.get(random.nextInt(2)));
        var time = random.nextInt(4);
        if (time < 3) timed(wanted, time);
        var task = Work.draft(lead, wanted);
        if (random.nextInt(12) == 0) return task;
        lead.act("/tasks/{id}/publish", task).statusCode(200);
        if (who.equals("INVITED") || random.nextInt(6) == 0) invite(lead, task, all);
        switch (random.nextInt(8)) {
            case 0 -> lead.act("/tasks/{id}/close", task).statusCode(200);
            case 1 -> Work.letEnd(task);
            case 2 -> all.get(random.nextInt(all.size())).put("/tasks/{id}/claim", task);
            default -> {}
        }
        return task;
    }

    /** Chance alone does not always leave one. */
    private UUID full(Person lead) {
        var task = Work.open(lead, town, 1);
        Work.claim(people.member(town), task);
        return task;
    }

    private void invite(Person lead, UUID task, List<Person> all) {
        var ids = all.stream()
                .filter(person -> random.nextInt(3) == 0)
                .map(Person::id)
                .toList();
        if (!ids.isEmpty())
            lead.replace("/tasks/{id}/invitations", Map.of("memberIds", ids), task)
                    .statusCode(204);
    }

    private static Map<String, Object> timed(Map<String, Object> wanted, int hoursLater) {
        var start = SATURDAY.plus(hoursLater, ChronoUnit.HOURS);
        wanted.put("startsAt", start.toString());
        wanted.put("endsAt", start.plus(90, ChronoUnit.MINUTES).toString());
        return wanted;
    }

    private String course(Person lead, int which) {
        return lead.post("/courses", Map.of("group", movement, "title", "Course " + which, "description", "Listen."))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> point(double north) {
        return Map.of("type", "Point", "coordinates", List.of(-0.14, 50.83 + north));
    }
}
