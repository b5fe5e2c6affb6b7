package org.barnstorm.task;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** What {@code docs/tasks.md} says that a task is after every act; it asks the task nothing. */
final class TaskModel {
    /** Everything that can be asked of a task, and where it leads; null if its state stays as it is. */
    enum Verb {
        PUBLISH("OPEN"),
        AWAIT("WAITING"),
        /** By somebody on probation. */
        SUBMIT("WAITING"),
        /** By somebody else, who may. */
        RELEASE(null),
        RETURN(null),
        /** By who made it, who may not. */
        RELEASE_OWN(null),
        /** Nobody has to look at it any more. */
        DROP(null),
        CLOSE("CLOSED"),
        CANCEL("CANCELLED"),
        EDIT(null),
        /** The same once more, as an app may send it. */
        EDIT_AGAIN(null),
        NEED(null),
        /** As the sweeper does it: once, while the task waits. */
        BLOCK(null),
        DETACH(null);

        final String to;

        Verb(String to) {
            this.to = to;
        }
    }

    /** What is sent with it. */
    record Step(Verb verb, Sketch sketch, List<UUID> needs) {}

    static final UUID LEAD = new UUID(6, 6);
    static final String REASON = "Say where to meet.";

    private final Picture picture;
    private final Duration travel;
    private final SortedMap<String, Object> fields;
    private TaskContent content;

    /** @param made the task as it is made: a draft that nobody has seen */
    TaskModel(Picture picture, SortedMap<String, Object> made, TaskContent content, Duration travel) {
        this.picture = picture;
        this.travel = travel;
        this.fields = new TreeMap<>(made);
        fields.putAll(Map.of("version", 0L, "status", "DRAFT", "taken", 0, "fence", 0L, "revision", 1));
        fields.put("needs", Needs.NONE);
        fields.put("openedAt", null);
        fields.put("review", Review.NONE);
        write(content);
        picture.begins("DRAFT");
    }

    SortedMap<String, Object> fields() {
        return Collections.unmodifiableSortedMap(fields);
    }

    /** The code with which it is refused; empty if it is done, and then it is done here too. */
    Optional<String> tell(Step step, Instant now) {
        var code = broken(step, now);
        if (code == null) change(step, now);
        return Optional.ofNullable(code);
    }

    private String broken(Step step, Instant now) {
        var verb = step.verb();
        if (verb == Verb.SUBMIT && isInReview()) return "waits-for-review";
        if (verb.to != null && !picture.draws(status(), verb.to)) return "task-state";
        return switch (verb) {
            case PUBLISH -> {
                if (isInReview()) yield "waits-for-review";
                yield isOver(now) ? "task-over" : null;
            }
            case AWAIT, SUBMIT -> isOver(now) ? "task-over" : null;
            case RELEASE, RELEASE_OWN -> {
                if (isOver(now)) yield "task-over";
                if (!isInReview()) yield "not-in-review";
                yield verb == Verb.RELEASE_OWN ? "self-review" : null;
            }
            case RETURN -> isInReview() ? null : "not-in-review";
            case EDIT, EDIT_AGAIN -> {
                if (picture.isEnd(status())) yield "task-state";
                yield verb == Verb.EDIT && step.sketch().capacity() < taken() ? "capacity-below-taken" : null;
            }
            case NEED -> hasBeenOpen() ? "task-state" : null;
            case CLOSE, CANCEL, BLOCK, DETACH, DROP -> null;
        };
    }

    private void change(Step step, Instant now) {
        switch (step.verb()) {
            case PUBLISH -> {
                fields.put("openedAt", now);
                drop();
                see();
            }
            case EDIT -> edit(step.sketch().content(now));
            case EDIT_AGAIN -> edit(content);
            case NEED -> fields.put("needs", new Needs(step.needs(), null));
            case BLOCK -> {
                if (isToBeBlocked()) fields.put("needs", new Needs(needs().ids(), now));
            }
            case DETACH -> detach();
            case SUBMIT -> fields.put("review", new Review(Review.State.WAITING, now, null, null, null));
            case RELEASE -> decide(Review.State.RELEASED, null, now);
            case RETURN -> {
                decide(Review.State.RETURNED, REASON, now);
                fields.put("status", "DRAFT");
                see();
            }
            case AWAIT, CANCEL, DROP -> drop();
            case RELEASE_OWN, CLOSE -> {}
        }
        if (step.verb().to != null) fields.put("status", step.verb().to);
    }

    boolean isToBeBlocked() {
        return status().equals("WAITING") && needs().blockedAt() == null;
    }

    private void decide(Review.State state, String reason, Instant now) {
        fields.put("review", new Review(state, review().since(), LEAD, now, reason));
    }

    private void drop() {
        if (review().state() != Review.State.RELEASED) fields.put("review", Review.NONE);
    }

    private boolean isInReview() {
        return review().state() == Review.State.WAITING;
    }

    private Review review() {
        return (Review) fields.get("review");
    }

    /** By statements in the database: it is claimed, or given back. */
    void take(int places) {
        fields.put("taken", taken() + places);
        if (places > 0) fields.put("fence", (long) fields.get("fence") + places);
    }

    int taken() {
        return (int) fields.get("taken");
    }

    int free(Instant now) {
        return whyNoPlaces(now).contains("task-not-open") || isOver(now) ? 0 : content.capacity() - taken();
    }

    List<String> whyNoPlaces(Instant now) {
        var why = new ArrayList<String>();
        if (!status().equals("OPEN")) why.add("task-not-open");
        if (isOver(now)) why.add("task-over");
        if (taken() == content.capacity()) why.add("task-full");
        return why;
    }

    private void edit(TaskContent wanted) {
        if (hasBeenOpen() && !agreed(content).equals(agreed(wanted)))
            fields.put("revision", (int) fields.get("revision") + 1);
        write(wanted);
        see();
    }

    /** Nothing is known any more of whether it will ever open. */
    private void see() {
        fields.put("needs", new Needs(needs().ids(), null));
    }

    private void detach() {
        var of = (Occurrence) fields.get("occurrence");
        if (of != null) fields.put("occurrence", new Occurrence(of.seriesId(), of.at(), true));
    }

    /** What people agree to, field by field; a place without words and without a point is none. */
    private static List<Object> agreed(TaskContent of) {
        var place = of.place() == null || of.place().equals(new Place(null, null)) ? null : of.place();
        return Arrays.asList(
                of.title(),
                of.instructions(),
                of.steps(),
                place,
                of.remote(),
                of.startsAt(),
                of.endsAt(),
                of.effortMinutes(),
                of.kind());
    }

    private void write(TaskContent wanted) {
        content = wanted;
        var point = wanted.place() == null || wanted.place().location() == null
                ? null
                : wanted.place().location().coordinates();
        var written = new HashMap<String, Object>();
        written.put("title", wanted.title());
        written.put("instructions", wanted.instructions());
        written.put("capacity", wanted.capacity());
        written.put("remote", wanted.remote());
        written.put("placeName", wanted.place() == null ? null : wanted.place().name());
        written.put("longitude", point == null ? null : point.get(0));
        written.put("latitude", point == null ? null : point.get(1));
        written.put("startsAt", wanted.startsAt());
        written.put("endsAt", wanted.endsAt());
        written.put("busyUntil", busyUntil(wanted));
        written.put("zone", wanted.zone());
        written.put("effortMinutes", wanted.effortMinutes());
        written.put("requiredCourseId", wanted.requiredCourseId());
        written.put("leaseHours", wanted.leaseHours());
        written.put("audience", wanted.audience());
        written.put("kind", wanted.kind());
        written.put("steps", wanted.steps());
        written.put("verification", wanted.verification());
        written.put("campaignId", wanted.campaignId());
        fields.putAll(written);
    }

    private Instant busyUntil(TaskContent of) {
        return of.endsAt() == null || of.remote() ? of.endsAt() : of.endsAt().plus(travel);
    }

    private boolean isOver(Instant now) {
        return content.endsAt() != null && !now.isBefore(content.endsAt());
    }

    private boolean hasBeenOpen() {
        return !status().equals("DRAFT") && !status().equals("WAITING");
    }

    private Needs needs() {
        return (Needs) fields.get("needs");
    }

    private String status() {
        return (String) fields.get("status");
    }
}
