package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.task.Task.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TaskTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Duration TRAVEL = Duration.ofMinutes(30);

    /** What can be asked of a task, and what then becomes of it. */
    enum Act {
        PUBLISH(task -> task.publish(NOON)),
        AWAIT(task -> task.await(NOON)),
        NEED(task -> task.need(List.of(UUID.randomUUID()))),
        CLOSE(Task::close),
        CANCEL(Task::cancel),
        EDIT(task -> task.edit(content("Other leaflets", 2, null), TRAVEL));

        final Consumer<Task> on;

        Act(Consumer<Task> on) {
            this.on = on;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT, PUBLISH, OPEN",
        "DRAFT, AWAIT, WAITING",
        "DRAFT, NEED, DRAFT",
        "DRAFT, CLOSE,",
        "DRAFT, CANCEL, CANCELLED",
        "DRAFT, EDIT, DRAFT",
        "WAITING, PUBLISH, OPEN",
        "WAITING, AWAIT,",
        "WAITING, NEED, WAITING",
        "WAITING, CLOSE,",
        "WAITING, CANCEL, CANCELLED",
        "WAITING, EDIT, WAITING",
        "OPEN, PUBLISH,",
        "OPEN, AWAIT,",
        "OPEN, NEED,",
        "OPEN, CLOSE, CLOSED",
        "OPEN, CANCEL, CANCELLED",
        "OPEN, EDIT, OPEN",
        "CLOSED, PUBLISH, OPEN",
        "CLOSED, AWAIT,",
        "CLOSED, NEED,",
        "CLOSED, CLOSE,",
        "CLOSED, CANCEL, CANCELLED",
        "CLOSED, EDIT, CLOSED",
        "CANCELLED, PUBLISH,",
        "CANCELLED, AWAIT,",
        "CANCELLED, NEED,",
        "CANCELLED, CLOSE,",
        "CANCELLED, CANCEL,",
        "CANCELLED, EDIT,"
    })
    void every_act_in_every_status(Status from, Act act, Status to) {
        var task = taskThatIs(from);
        if (to == null) {
            refused("task-state", () -> act.on.accept(task));
            assertThat(task.status()).isEqualTo(from);
            return;
        }
        act.on.accept(task);
        assertThat(task.status()).isEqualTo(to);
    }

    @Test
    void a_new_task_is_a_draft_without_anybody_in_it() {
        var task = taskThatIs(Status.DRAFT);
        assertThat(task.status()).isEqualTo(Status.DRAFT);
        assertThat(task.taken()).isZero();
    }

    @Test
    void a_task_that_is_over_cannot_be_published_and_takes_nobody() {
        var task = new Task(
                UUID.randomUUID(), UUID.randomUUID(), content("Leaflets", 1, NOON), TRAVEL, UUID.randomUUID(), NOON);
        refused("task-over", () -> task.publish(NOON));
        refused("task-over", () -> task.await(NOON));
        task.publish(NOON.minusMillis(1));
        assertThat(task.whyNoPlace(NOON.minusMillis(1))).isNull();
        assertThat(task.whyNoPlace(NOON).code()).isEqualTo("task-over");
    }

    @ParameterizedTest
    @EnumSource(names = "OPEN", mode = EnumSource.Mode.EXCLUDE)
    void only_open_tasks_take_anybody(Status status) {
        assertThat(taskThatIs(status).whyNoPlace(NOON).code()).isEqualTo("task-not-open");
    }

    @Test
    void an_open_task_with_a_place_takes_somebody() {
        assertThat(taskThatIs(Status.OPEN).whyNoPlace(NOON)).isNull();
    }

    @Test
    void a_place_of_unscheduled_work_is_held_from_taking_it() {
        assertThat(taskThatIs(Status.OPEN).leaseFrom(NOON)).isEqualTo(NOON.plus(Duration.ofHours(48)));
    }

    @Test
    void a_place_of_scheduled_work_is_held_until_some_time_after_it_ended() {
        var ends = NOON.plus(Duration.ofDays(7));
        var task = new Task(
                UUID.randomUUID(), UUID.randomUUID(), content("Leaflets", 1, ends), TRAVEL, UUID.randomUUID(), NOON);
        assertThat(task.leaseFrom(NOON)).isEqualTo(ends.plus(Duration.ofHours(48)));
    }

    @Test
    void an_edit_writes_the_whole_content() {
        var task = taskThatIs(Status.OPEN);
        var changed = content("Other leaflets", 7, NOON.plusSeconds(60));
        task.edit(changed, TRAVEL);
        assertThat(task.content()).isEqualTo(changed);
        assertThat(task.title()).isEqualTo("Other leaflets");
    }

    static Task taskThatIs(Status status) {
        var task = new Task(
                UUID.randomUUID(), UUID.randomUUID(), content("Leaflets", 1, null), TRAVEL, UUID.randomUUID(), NOON);
        switch (status) {
            case DRAFT -> {}
            case WAITING -> task.await(NOON);
            case OPEN -> task.publish(NOON);
            case CLOSED -> {
                task.publish(NOON);
                task.close();
            }
            case CANCELLED -> task.cancel();
        }
        return task;
    }

    /** A task that begins then and takes an hour. */
    static Task taskThatStarts(Instant startsAt) {
        var content = content("Leaflets", 1, startsAt.plusSeconds(3600));
        return new Task(UUID.randomUUID(), UUID.randomUUID(), content, TRAVEL, UUID.randomUUID(), startsAt);
    }

    private static TaskContent content(String title, int capacity, Instant endsAt) {
        var startsAt = endsAt == null ? null : endsAt.minusSeconds(3600);
        var level = new Place("Level, by the cafe", null);
        return new TaskContent(
                title,
                "",
                capacity,
                false,
                level,
                startsAt,
                endsAt,
                ZoneId.of("Europe/London"),
                60,
                null,
                48,
                Audience.MEMBERS_OF_THE_GROUP,
                null,
                List.of(),
                Verification.OF_EVERYTHING,
                null);
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).satisfies(refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
