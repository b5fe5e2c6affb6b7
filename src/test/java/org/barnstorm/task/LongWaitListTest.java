package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.ORGANISER;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.barnstorm.testing.Crowd;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Statements;
import org.barnstorm.testing.Wire;
import org.barnstorm.testing.Wire.Answer;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;

/** Many wait for one task, and no transaction has time for all of them. */
@QuarkusTest
class LongWaitListTest {
    private static final int WAITERS = 105;

    @Inject
    People people;

    @Inject
    WaitListSweeper sweeper;

    private final String town = People.freshTown();

    @Test
    void many_places_are_offered_a_hundred_at_once_and_many_entries_end_together() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 1);
        Work.claim(people.member(town), task);
        var joined = Crowd.all(
                8,
                Crowd.members(people, town, WAITERS).stream()
                        .<Callable<Answer>>map(
                                wire -> () -> Wire.patiently(() -> wire.put("/tasks/" + task + "/waitlist")))
                        .toList());
        assertThat(joined).extracting(Answer::kind).containsOnly("200");

        Work.edit(organiser, task, Map.of("capacity", 1 + WAITERS));
        assertThat(entries(task, "OFFERED")).isEqualTo(100);
        while (entries(task, "WAITING") > 0) sweeper.sweep();
        assertThat(entries(task, "OFFERED")).isEqualTo(WAITERS);
        assertThat(Work.taken(organiser, task)).isEqualTo(1 + WAITERS);

        var requestId = "cancel-" + UUID.randomUUID();
        List<String> statements = Statements.follow(requestId);
        organiser
                .request()
                .header("X-Request-Id", requestId)
                .post("/tasks/{id}/cancel", task)
                .then()
                .statusCode(200);
        assertThat(entries(task, "CANCELLED")).isEqualTo(WAITERS);
        assertThat(statements)
                .filteredOn(sql -> sql.contains("insert into journal"))
                .hasSizeLessThanOrEqualTo(3);
        Invariants.hold();
    }

    private static long entries(UUID task, String status) {
        return Sql.value(Long.class, "select count(*) from waiter where task_id = ? and status = ?", task, status);
    }
}
