package org.barnstorm.task;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.barnstorm.task.HoldVerb.Condition;

/** What {@code docs/tasks.md} says that a hold is after every act; it asks the hold nothing but its id. */
final class HoldModel {
    private final Picture picture;
    private final SortedMap<String, Object> fields = new TreeMap<>();

    /** A place that was taken, or is offered: a lease of its own, and nothing has happened yet. */
    HoldModel(Picture picture, Assignment hold, Source source, HoldVerb.Person person, long fence, HoldMachine at) {
        this.picture = picture;
        var claimed = source == Source.CLAIM;
        for (var later : List.of("movedTo", "reason", "endedAt", "outcome", "completedAt", "verifiedBy", "verifiedAt"))
            fields.put(later, null);
        fields.putAll(Map.of("id", hold.id(), "version", 0L, "taskId", at.task().id(), "memberId", person.id()));
        fields.putAll(Map.of("source", source.name(), "fence", fence, "createdAt", at.now()));
        fields.putAll(Map.of("stepsDone", List.of(), "late", false));
        fields.put("assignedBy", claimed ? null : HoldMachine.ORGANISER);
        fields.put("handover", null);
        fields.put("office", null);
        fields.put("status", claimed ? "HELD" : "OFFERED");
        fields.put("heldAt", claimed ? at.now() : null);
        fields.put("lease", claimed ? held(at) : offered(at));
        fields.put("revision", at.task().revision());
        picture.begins(fields.get("status"));
    }

    SortedMap<String, Object> fields() {
        return Collections.unmodifiableSortedMap(fields);
    }

    /** The code with which it is refused; empty if it is done, and then it is done here too. */
    Optional<String> tell(HoldStep step, HoldMachine at) {
        var verb = step.verb();
        for (var condition : verb.conditions) {
            var code = broken(condition, step, at);
            if (code != null) return Optional.of(code);
        }
        change(step, at);
        if (verb.to != null) {
            fields.put("status", verb.to);
            if (picture.isEnd(verb.to)) fields.put("endedAt", at.now());
        }
        return Optional.empty();
    }

    boolean hasRunOut(Instant now) {
        return picture.draws(status(), "EXPIRED") && !now.isBefore(lease().expiresAt());
    }

    boolean isOutdated(int taskRevision) {
        return picture.draws(status(), "EXPIRED") && (int) fields.get("revision") < taskRevision;
    }

    Lease lease() {
        return (Lease) fields.get("lease");
    }

    private String broken(Condition condition, HoldStep step, HoldMachine at) {
        return switch (condition) {
            case FENCE -> step.off() == 0 ? null : "lease-lost";
            case LEASE -> hasRunOut(at.now()) ? "lease-lost" : null;
            case TO_COME -> isPast(at.task().endsAt(), at) ? "task-over" : null;
            case SOMEBODY_ELSE -> step.by().id().equals(fields.get("memberId")) ? "self-verification" : null;
            case BEGUN ->
                at.task().startsAt() == null
                        ? "not-scheduled"
                        : isPast(at.task().startsAt(), at) ? null : "not-started";
            case RUN_OUT -> isPast(lease().expiresAt(), at) ? null : Picture.MISTAKE;
            case STATE -> {
                if (step.verb().isDrawn(status(), picture)) yield null;
                yield picture.isEnd(status()) ? "lease-lost" : "assignment-state";
            }
            case RIGHT -> step.byRight() && lease().extensions() > 0 ? "extension-used" : null;
            case NAMED -> isNamed(step, at) ? null : "handover-gone";
        };
    }

    private boolean isNamed(HoldStep step, HoldMachine at) {
        var to = (Handover) fields.get("handover");
        return status().equals("HELD")
                && !hasRunOut(at.now())
                && to != null
                && to.memberId().equals(step.by().id())
                && to.until() != null
                && at.now().isBefore(to.until());
    }

    private void change(HoldStep step, HoldMachine at) {
        switch (step.verb()) {
            case ACCEPT -> {
                fields.put("heldAt", at.now());
                fields.put("lease", held(at));
                fields.put("revision", at.task().revision());
            }
            case ACKNOWLEDGE -> fields.put("revision", at.task().revision());
            case COMPLETE, ATTEMPT -> {
                fields.put("outcome", step.outcome());
                fields.put("completedAt", at.now());
            }
            case VERIFY -> judged(step, at);
            case REJECT -> {
                judged(step, at);
                fields.put("reason", step.words());
            }
            case UNVERIFY -> {
                fields.put("verifiedBy", null);
                fields.put("verifiedAt", null);
            }
            case DECLINE, UNDO, WITHDRAW -> fields.put("reason", step.words());
            case MOVE -> {
                fields.put("reason", step.words());
                fields.put("movedTo", at.successor().id());
            }
            case RELEASE -> fields.put("late", isLate(at));
            case EXTEND -> fields.put("lease", extended(at));
            case WARN -> warn(at);
            case TICK -> fields.put("stepsDone", step.number() < 4 ? List.of() : List.of(0, step.number() - 4));
            case HAND_OVER -> fields.put("handover", step.handover(at));
            case TAKE_BACK, SAY_NO -> closeHandover();
            case PASS, NO_SHOW, EXPIRE, CANCEL -> {}
        }
    }

    private void judged(HoldStep step, HoldMachine at) {
        fields.put("verifiedBy", step.by().id());
        fields.put("verifiedAt", at.now());
    }

    /** Less than so long before the start; not if what the person agreed to has changed. */
    private boolean isLate(HoldMachine at) {
        var start = at.task().startsAt();
        return start != null
                && !isOutdated(at.task().revision())
                && Duration.between(at.now(), start).compareTo(at.terms().lateRelease()) < 0;
    }

    private void closeHandover() {
        var to = (Handover) fields.get("handover");
        if (to != null) fields.put("handover", new Handover(to.memberId(), null));
    }

    private void warn(HoldMachine at) {
        var old = lease();
        if (!status().equals("HELD") || old.warnAt() == null || !isPast(old.warnAt(), at)) return;
        fields.put("lease", new Lease(old.until(), old.expiresAt(), null, old.extensions()));
    }

    private Lease extended(HoldMachine at) {
        var until = lease().until().plus(at.task().leaseLength());
        return new Lease(until, until.plus(at.terms().grace()), warning(until, at), lease().extensions() + 1);
    }

    private static Lease held(HoldMachine at) {
        var end = at.task().endsAt() == null ? at.now() : at.task().endsAt();
        var until = end.plus(at.task().leaseLength());
        return new Lease(until, until.plus(at.terms().grace()), warning(until, at), 0);
    }

    private static Lease offered(HoldMachine at) {
        var ends = new ArrayList<Instant>();
        ends.add(at.now().plus(at.task().leaseLength()));
        if (at.task().startsAt() != null) {
            var atLeast = at.now().plus(Duration.ofMinutes(30));
            ends.add(Collections.max(List.of(at.task().startsAt(), atLeast)));
        }
        return new Lease(Collections.min(ends), Collections.min(ends), null, 0);
    }

    private static Instant warning(Instant until, HoldMachine at) {
        var lastQuarter = until.minus(Duration.between(at.now(), until).dividedBy(4));
        return Collections.max(List.of(lastQuarter, until.minus(at.terms().warnBefore())));
    }

    private String status() {
        return (String) fields.get("status");
    }

    private static boolean isPast(Instant time, HoldMachine at) {
        return time != null && !at.now().isBefore(time);
    }
}
