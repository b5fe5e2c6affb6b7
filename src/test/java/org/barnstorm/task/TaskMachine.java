package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.task.TaskModel.Step;

/** A task, its places and a clock. Every act is done to the task and to its model. */
final class TaskMachine {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Duration TRAVEL = Duration.ofMinutes(30);
    private static final List<String> FOR_EVER = List.of("id", "groupId", "movementId", "createdBy", "createdAt");

    private final Picture picture;
    private final Task task;
    private final TaskModel model;
    private TaskContent content;
    private Instant now = NOON;

    TaskMachine(Picture picture) {
        this.picture = picture;
        content = new Sketch(0, 2, 600, 60, 48, Sketch.Spot.BOTH).content(now);
        var made = new Task(UUID.randomUUID(), UUID.randomUUID(), content, TRAVEL, new UUID(2, 2), now);
        task = made.in(new Occurrence(new UUID(4, 4), LocalDateTime.parse("2030-01-01T22:00:00"), false));
        model = new TaskModel(picture, Fields.of(task), content, TRAVEL);
        same("a new task", model.fields());
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void passToEnd(int nanos) {
        var end = task.endsAt();
        if (end != null && now.isBefore(end.plusNanos(nanos))) now = end.plusNanos(nanos);
    }

    /** What {@link PlaceRepository} does with statements: places are taken while there are some, and given back. */
    void take(int places) {
        if (places > model.free(now) || model.taken() + places < 0) return;
        Fields.add(task, "taken", places);
        if (places > 0) Fields.add(task, "fence", places);
        model.take(places);
        looksRight();
    }

    void ask(Step step) {
        var before = Fields.of(task);
        var wanted = step.verb() == TaskModel.Verb.EDIT ? step.sketch().content(now) : content;
        var expected = model.tell(step, now);
        var answer = Picture.refusal(() -> on(step, wanted));
        var after = Fields.of(task);
        assertThat(answer).as("answer").isEqualTo(expected);
        if (answer.isPresent() && !after.equals(before))
            fail("It was refused, but %s", Fields.difference(before, after));
        if (answer.isEmpty()) content = wanted;
        same("the task is what its model is", model.fields());
        looksRight();
        laws(before, after, step);
        picture.answered(step.verb(), before.get("status"), after.get("status"), answer);
    }

    private void on(Step step, TaskContent wanted) {
        switch (step.verb()) {
            case PUBLISH -> task.publish(now);
            case AWAIT -> task.await(now);
            case SUBMIT -> task.submit(now);
            case RELEASE -> task.release(TaskModel.LEAD, now);
            case RETURN -> task.sendBack(TaskModel.LEAD, TaskModel.REASON, now);
            case RELEASE_OWN -> task.release(task.createdBy(), now);
            case DROP -> task.dropReview();
            case CLOSE -> task.close();
            case CANCEL -> task.cancel();
            case EDIT, EDIT_AGAIN -> task.edit(wanted, TRAVEL);
            case NEED -> task.need(step.needs());
            case BLOCK -> {
                if (task.status() == Task.Status.WAITING && task.needs().blockedAt() == null) task.blocked(now);
            }
            case DETACH -> task.detach();
        }
    }

    /** What others are told of it. */
    private void looksRight() {
        assertThat(task.free(now)).as("free").isEqualTo(model.free(now));
        assertThat(task.whyNoPlaces(now)).extracting(Refusal::code).isEqualTo(model.whyNoPlaces(now));
        var end = content.endsAt() == null ? now : content.endsAt();
        assertThat(task.leaseFrom(now)).isEqualTo(end.plus(Duration.ofHours(content.leaseHours())));
    }

    /** What is true after every act, whatever the act was. Said without the model, so that it may be wrong too. */
    private void laws(SortedMap<String, Object> before, SortedMap<String, Object> after, Step step) {
        for (var name : FOR_EVER) assertThat(after.get(name)).as(name).isEqualTo(before.get(name));
        for (var name : List.of("taken", "fence", "version"))
            assertThat(after.get(name)).as("only statements change %s", name).isEqualTo(before.get(name));
        var status = (String) after.get("status");
        if (picture.isEnd(before.get("status"))) assertThat(status).isEqualTo(before.get("status"));
        assertThat((int) after.get("capacity")).as("capacity").isGreaterThanOrEqualTo((int) after.get("taken"));
        var unseen = Set.of("DRAFT", "WAITING").contains(status);
        if (unseen)
            assertThat(after.get("revision")).as("revision before it was open").isEqualTo(1);
        revisions(before, after, step);
        var opened = (Instant) after.get("openedAt");
        if (unseen) assertThat(opened).isNull();
        if (status.equals("OPEN") || status.equals("CLOSED")) assertThat(opened).isBetween(NOON, now);
        if (before.get("openedAt") != null) assertThat(opened).isAfterOrEqualTo((Instant) before.get("openedAt"));
        if (((Review) after.get("review")).isWaiting()) assertThat(status).isEqualTo("WAITING");
        if (((Review) after.get("review")).isReturned()) assertThat(status).isEqualTo("DRAFT");
        if (((Needs) after.get("needs")).blockedAt() != null) assertThat(status).isIn("WAITING", "CANCELLED");
    }

    private static void revisions(SortedMap<String, Object> before, SortedMap<String, Object> after, Step step) {
        var grown = (int) after.get("revision") - (int) before.get("revision");
        assertThat(grown).as("revisions more").isBetween(0, step.verb() == TaskModel.Verb.EDIT ? 1 : 0);
    }

    private void same(String what, SortedMap<String, Object> expected) {
        var actual = Fields.of(task);
        if (!expected.equals(actual)) fail("%s: %s", what, Fields.difference(expected, actual));
    }

    @Override
    public String toString() {
        return "%s: %s, %d of %d taken, revision %d, ends %s"
                .formatted(now, task.status(), task.taken(), task.capacity(), task.revision(), task.endsAt());
    }
}
