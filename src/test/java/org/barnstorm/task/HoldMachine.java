package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;
import org.barnstorm.task.HoldVerb.Person;
import org.barnstorm.task.Lease.Terms;

/** A task that is open, its holds one after another, and a clock. Every act is done to a hold and to its model. */
final class HoldMachine {
    static final UUID ORGANISER = new UUID(2, 2);
    private static final Duration TRAVEL = Duration.ofMinutes(30);
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    /** A moment at which rules begin or end to count. */
    enum Moment {
        WARNING(at -> at.lease().warnAt()),
        END_OF_LEASE(at -> at.lease().until()),
        END_OF_GRACE(at -> at.lease().expiresAt()),
        LATE_TO_GIVE_BACK(
                at -> at.task.startsAt() == null ? null : at.task.startsAt().minus(at.terms.lateRelease())),
        START(at -> at.task.startsAt()),
        END(at -> at.task.endsAt());

        private final Function<HoldMachine, Instant> of;

        Moment(Function<HoldMachine, Instant> of) {
            this.of = of;
        }
    }

    private record Watched(Assignment hold, HoldModel model, HoldLaws laws) {}

    private final Picture picture;
    private final Task task;
    private final List<Watched> holds = new ArrayList<>();
    private Terms terms = new Terms(Duration.ofMinutes(30), Duration.ofHours(12), Duration.ofHours(12));
    private Instant now = NOON;
    private Assignment successor;
    private Boolean told;

    HoldMachine(Picture picture) {
        this.picture = picture;
        var content = new Sketch(0, 4, null, 60, 48, Sketch.Spot.REMOTE).content(now);
        task = new Task(UUID.randomUUID(), UUID.randomUUID(), content, TRAVEL, ORGANISER, now);
        task.publish(now);
        give(Source.CLAIM, Person.ADA);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void passTo(Moment moment, int nanos) {
        var time = moment.of.apply(this);
        if (time != null && now.isBefore(time.plusNanos(nanos))) now = time.plusNanos(nanos);
    }

    /** A replica starts with other settings. */
    void set(Terms other) {
        terms = other;
    }

    void edit(Sketch sketch) {
        task.edit(sketch.content(now), TRAVEL);
    }

    /** Of a task that is over the places cannot be taken. */
    void give(Source source, Person person) {
        if (!task.isOver(now)) watch(made(source, person), source, person);
    }

    void ask(HoldStep step) {
        var watched = holds.get(Math.max(0, holds.size() - 1 - step.back()));
        var hold = watched.hold;
        var before = Fields.of(hold);
        successor = made(Source.MOVE, step.by());
        told = null;
        var expected = watched.model.tell(step, this);
        var answer = Picture.refusal(() -> step.verb().on(hold, step, this));
        var after = Fields.of(hold);
        assertThat(answer).as("answer").isEqualTo(expected);
        if (answer.isPresent()) same("what was refused changes nothing", before, after);
        same("the hold is what its model is", watched.model.fields(), after);
        if (told != null) assertThat(told).as("that there is news").isEqualTo(!after.equals(before));
        assertThat(hold.hasRunOut(now)).as("run out").isEqualTo(watched.model.hasRunOut(now));
        assertThat(hold.isOutdated(task)).as("outdated").isEqualTo(watched.model.isOutdated(task.revision()));
        watched.laws.check(after, step, task.revision(), now);
        picture.answered(step.verb(), before.get("status"), after.get("status"), answer);
        if (!after.get("status").equals(before.get("status")) && hold.status() == AssignmentStatus.MOVED) follow(step);
    }

    private void follow(HoldStep step) {
        assertThat(successor.continues(latest(step.back()), Source.MOVE)).isTrue();
        watch(successor, Source.MOVE, step.by());
    }

    private void watch(Assignment hold, Source source, Person person) {
        var model = new HoldModel(picture, hold, source, person, holds.size() + 1L, this);
        same("a new hold", model.fields(), Fields.of(hold));
        holds.add(new Watched(hold, model, new HoldLaws(Fields.of(hold), picture)));
    }

    private Assignment made(Source source, Person person) {
        var claimed = source == Source.CLAIM;
        var lease = claimed ? Lease.held(now, task.leaseFrom(now), terms) : Lease.offered(task, now);
        return new Assignment(task, person.id(), source, claimed ? null : ORGANISER, holds.size() + 1L, lease, now);
    }

    /** As a service does it: first it asks whether the place can go to another hold. */
    void move(Assignment hold, HoldStep step) {
        hold.requireMovable(now);
        hold.moveTo(successor.id(), step.words(), now);
    }

    /** What the hold said about whether anything changed. */
    void told(boolean news) {
        told = news;
    }

    /** Nothing happened to any of them but what was asked of it. */
    void finish() {
        for (var watched : holds) same("untouched", watched.model.fields(), Fields.of(watched.hold));
        picture.sequenceEnds();
    }

    private static void same(String what, SortedMap<String, Object> expected, SortedMap<String, Object> actual) {
        if (expected.equals(actual)) return;
        assertThat(Fields.difference(expected, actual)).as(what).isEmpty();
    }

    private Assignment latest(int back) {
        return holds.get(Math.max(0, holds.size() - 1 - back)).hold;
    }

    private Lease lease() {
        return latest(0).lease();
    }

    Assignment successor() {
        return successor;
    }

    Task task() {
        return task;
    }

    Terms terms() {
        return terms;
    }

    Instant now() {
        return now;
    }

    @Override
    public String toString() {
        var states = holds.stream().map(watched -> watched.hold.status().name()).toList();
        return "%s: %s, revision %d, leases %s".formatted(now, states, task.revision(), lease());
    }
}
