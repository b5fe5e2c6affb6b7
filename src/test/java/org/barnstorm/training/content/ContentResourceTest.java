package org.barnstorm.training.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Lessons;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Writing what a course consists of, and publishing it. */
@QuarkusTest
class ContentResourceTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 201", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_write_and_publish(String role, int status) {
        var author = people.as(role, town);
        var course = Lessons.bare(people.lead(town), town, Map.of());
        var written = Lessons.write(author, course, Lessons.reading("one"));
        if (status == 403) {
            refused(written, 403, "no-mandate");
            refused(author.get("/courses/{id}/draft", course), 403, "no-mandate");
            refused(Lessons.publish(author, course, Map.of()), 403, "no-mandate");
            return;
        }
        written.statusCode(201).header("ETag", is("\"0\"")).body("modules.key", contains("one"));
        Lessons.publish(author, course, Map.of())
                .statusCode(201)
                .body("number", is(1))
                .body("catchUp", is(false))
                .body("modules[0].title", is("About one"));
    }

    @Test
    void a_draft_is_edited_as_a_whole_by_one_at_a_time() {
        var lead = people.lead(town);
        people.grow(town);
        var course = Lessons.bare(lead, town, Map.of());
        unseen(lead.get("/courses/{id}/draft", course));
        Lessons.write(lead, course, Lessons.reading("one"), Lessons.reading("two"))
                .statusCode(201);
        Lessons.write(lead, course, Lessons.reading("two"))
                .statusCode(200)
                .header("ETag", is("\"1\""))
                .body("modules.key", contains("two"));
        var late = lead.request()
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body(Map.of("modules", List.of(Lessons.reading("three"))))
                .put("/courses/{id}/draft", course);
        refused(late, 412, "stale-version");
        var blind = lead.request()
                .contentType("application/json")
                .body(Map.of("modules", List.of()))
                .put("/courses/{id}/draft", course);
        refused(blind, 428, "if-match-required");
    }

    @Test
    void what_makes_no_sense_is_named_place_by_place() {
        var lead = people.lead(town);
        people.grow(town);
        var course = Lessons.bare(lead, town, Map.of());
        var odd = Lessons.quiz("check", Lessons.question("SINGLE", "What now?", "right", "right too"));
        refused(Lessons.write(lead, course, odd), 422, "invalid-input")
                .body("errors.pointer", contains("/modules/0/quiz/questions/0/choices"));
        var unsafe = Lessons.with(Lessons.video("film"), "link", "javascript:alert(1)");
        refused(Lessons.write(lead, course, unsafe), 422, "invalid-input");
    }

    @Test
    void only_something_new_is_published() {
        var lead = people.lead(town);
        people.grow(town);
        var course = Lessons.bare(lead, town, Map.of());
        refused(Lessons.publish(lead, course, Map.of()), 409, "nothing-to-publish");
        Lessons.write(lead, course, Lessons.reading("one")).statusCode(201);
        Lessons.publish(lead, course, false);
        refused(Lessons.publish(lead, course, Map.of()), 409, "nothing-to-publish");
        Lessons.write(lead, course, Lessons.reading("one"), Lessons.reading("two"))
                .statusCode(200);
        Lessons.publish(lead, course, true);
        people.newcomer()
                .get("/courses/{id}/versions", course)
                .statusCode(200)
                .body("items.number", contains(1, 2))
                .body("items.catchUp", contains(false, true));
        unseen(lead.get("/courses/{id}/versions", UUID.randomUUID()));
    }

    @Test
    void nobody_publishes_unseen_what_another_editor_wrote() {
        var lead = people.lead(town);
        var other = people.with(Role.LEAD, town);
        var course = Lessons.bare(lead, town, Map.of());
        Lessons.write(lead, course, Lessons.reading("one")).header("ETag", is("\"0\""));
        Lessons.write(other, course, Lessons.reading("one"), Lessons.reading("theirs"))
                .statusCode(200);
        refused(Lessons.publish(lead, course, "\"0\"", Map.of()), 412, "stale-version");
        refused(Lessons.publish(lead, course, null, Map.of()), 428, "if-match-required");
        Lessons.publish(lead, course, "\"1\"", Map.of()).statusCode(201).body("modules.key", contains("one", "theirs"));
    }

    /** What was published is what its publisher had read, whoever writes at the same moment. */
    @Test
    void of_writing_and_publishing_at_once_one_comes_first() {
        var lead = people.lead(town);
        people.grow(town);
        for (var i = 0; i < 5; i++) {
            var course = Lessons.bare(lead, town, Map.of());
            Lessons.write(lead, course, Lessons.reading("one")).statusCode(201);
            List<Callable<Integer>> acts = List.of(
                    () -> patiently(() -> Lessons.publish(lead, course, "\"0\"", Map.of())),
                    () -> patiently(() -> Lessons.write(lead, course, Lessons.reading("two"))));
            var published = Concurrently.race(acts).get(0);
            assertThat(published).isIn(201, 412);
            var keys =
                    lead.get("/courses/{id}/versions", course).extract().<List<List<String>>>path("items.modules.key");
            assertThat(keys).isEqualTo(published == 201 ? List.of(List.of("one")) : List.of());
        }
    }

    @Test
    void what_everybody_sees_of_a_course_has_no_question_and_no_answer() {
        people.grow(town);
        var course = Lessons.course(
                people.lead(town), town, Map.of(), Lessons.quiz("check", Lessons.single("the-question")));
        people.newcomer()
                .get("/courses/{id}/versions", course)
                .statusCode(200)
                .body(not(containsString("the-question")))
                .body(not(containsString("right")))
                .body("items[0].modules", hasSize(1));
    }

    @Test
    void who_could_not_hand_on_the_award_does_not_say_what_earns_it() {
        var author = people.member(town);
        var lead = people.lead(town);
        var wanted = Map.of("memberId", author.id(), "group", town, "capabilities", List.of(Capability.COURSE_MANAGE));
        lead.post("/mandates", wanted).statusCode(201);
        var award = Map.of("role", Role.ORGANISER, "months", 12);
        var course = Lessons.bare(lead, town, Map.of("award", award, "completion", "CONFIRMED"));
        Lessons.write(author, course, Lessons.reading("one")).statusCode(201);
        refused(Lessons.publish(author, course, Map.of()), 403, "beyond-own-authority");
        refused(
                author.patch("/courses/{id}", "\"0\"", Map.of("completion", "AUTOMATIC"), course),
                403,
                "beyond-own-authority");
        author.patch("/courses/{id}", "\"0\"", Map.of("title", "Doors 102"), course)
                .statusCode(200);
    }

    @Test
    void of_many_who_publish_at_once_one_does() {
        var lead = people.lead(town);
        people.grow(town);
        var course = Lessons.bare(lead, town, Map.of());
        Lessons.write(lead, course, Lessons.reading("one")).statusCode(201);
        var answers = Concurrently.times(
                6, () -> Lessons.publish(lead, course, Map.of()).extract().statusCode());
        assertThat(answers).containsOnly(201, 409).containsOnlyOnce(201);
        assertThat(Work.journaled(UUID.fromString(course), "course.published")).isEqualTo(1);
    }

    @Test
    void courses_in_a_circle_are_refused() {
        var lead = people.lead(town);
        people.grow(town);
        var first = Lessons.bare(lead, town, Map.of());
        var second = Lessons.bare(lead, town, Map.of("requires", List.of(first)));
        var third = Lessons.bare(lead, town, Map.of("requires", List.of(second)));
        refused(lead.patch("/courses/{id}", "\"0\"", Map.of("requires", List.of(third)), first), 422, "course-cycle");
        refused(lead.patch("/courses/{id}", "\"0\"", Map.of("requires", List.of(first)), first), 422, "course-cycle");
        refused(lead.patch("/courses/{id}", "\"0\"", Map.of("recognises", List.of(first)), first), 422, "course-cycle");
        var unknown = Map.of("requires", List.of(UUID.randomUUID()));
        refused(lead.patch("/courses/{id}", "\"0\"", unknown, first), 422, "unknown-course");
    }

    @Test
    void of_two_who_close_a_circle_together_one_is_refused() {
        var lead = people.lead(town);
        people.grow(town);
        for (var i = 0; i < 5; i++) {
            var first = Lessons.bare(lead, town, Map.of());
            var second = Lessons.bare(lead, town, Map.of());
            List<Callable<Integer>> acts = List.of(() -> needs(first, second), () -> needs(second, first));
            var answers = Concurrently.race(acts);
            assertThat(answers).containsExactlyInAnyOrder(200, 422);
        }
    }

    private int needs(String course, String other) {
        var requires = Map.of("requires", List.of(other));
        return patiently(() -> people.lead(town).patch("/courses/{id}", "\"0\"", requires, course));
    }

    /** What a client does that follows the contract: busy means again. */
    private static int patiently(Supplier<ValidatableResponse> act) {
        while (true) {
            var status = act.get().extract().statusCode();
            if (status != 409) return status;
        }
    }
}
