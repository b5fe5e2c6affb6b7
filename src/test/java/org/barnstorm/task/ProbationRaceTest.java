package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Trusting;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several decide at once about a task that waits to be looked at. */
@QuarkusTest
class ProbationRaceTest {
    private static final int ROUNDS = 10;

    @Inject
    People people;

    private final String town = People.freshTown();

    @BeforeEach
    void every_task_is_looked_at() {
        Trusting.probation(1000);
    }

    @Test
    void of_two_leads_who_release_a_task_at_once_one_does() {
        var organiser = people.with(ORGANISER, town);
        var leads = List.of(people.with(LEAD, town), people.with(LEAD, town));
        for (var round = 0; round < ROUNDS; round++) {
            var task = submitted(organiser);
            var etag = leads.get(0).get("/tasks/{id}", task).extract().header("ETag");
            var answers = Concurrently.race(leads.stream()
                    .<Callable<Integer>>map(lead -> () -> decide(lead, task, "release", etag))
                    .toList());
            assertThat(answers).containsOnlyOnce(200).isSubsetOf(200, 409);
            assertThat(Work.journaled(task, "task.released")).isEqualTo(1);
            assertThat(status(task)).isEqualTo("OPEN");
        }
        Invariants.hold();
    }

    @Test
    void of_a_release_a_return_and_an_edit_at_once_the_task_is_what_one_of_them_says() {
        var organiser = people.with(ORGANISER, town);
        var leads = List.of(people.with(LEAD, town), people.with(LEAD, town));
        for (var round = 0; round < ROUNDS; round++) {
            var task = submitted(organiser);
            var etag = leads.get(0).get("/tasks/{id}", task).extract().header("ETag");
            var answers = Concurrently.race(List.<Callable<Integer>>of(
                    () -> decide(leads.get(0), task, "release", etag),
                    () -> leads.get(1)
                            .post("/tasks/{id}/return", java.util.Map.of("reason", "Say where."), task)
                            .extract()
                            .statusCode(),
                    () -> organiser
                            .patch("/tasks/{id}", etag, java.util.Map.of("title", "Something else"), task)
                            .extract()
                            .statusCode()));
            var released = answers.get(0) == 200;
            var returned = answers.get(1) == 200;
            var edited = answers.get(2) == 200;
            // Nobody releases what they have not read.
            assertThat(released && edited).isFalse();
            assertThat(released && returned).isFalse();
            assertThat(status(task)).isEqualTo(released ? "OPEN" : returned ? "DRAFT" : "WAITING");
        }
        Invariants.hold();
    }

    private UUID submitted(Person author) {
        var task = Work.draft(author, Work.leaflets(town));
        author.act("/tasks/{id}/publish", task).statusCode(200);
        return task;
    }

    private static int decide(Person lead, UUID task, String verb, String etag) {
        return lead.request()
                .header("If-Match", etag)
                .post("/tasks/{id}/" + verb, task)
                .statusCode();
    }

    private static String status(UUID task) {
        return Sql.value(String.class, "select status from task where id = ?", task);
    }
}
