package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.platform.problem.Refusal;

/**
 * How much one person may have in hand: a number that grows with trust, and one place at a time. Asked under the
 * member's lock.
 */
@ApplicationScoped
class Workload {
    private final TaskRepository tasks;
    private final HoldRepository holds;
    private final TaskConfig config;
    private final Clock clock;

    Workload(TaskRepository tasks, HoldRepository holds, TaskConfig config, Clock clock) {
        this.tasks = tasks;
        this.holds = holds;
        this.config = config;
        this.clock = clock;
    }

    /** How many claims somebody with this record may have open. */
    int limit(TrackRecord record) {
        return record.claimLimit(config.limits());
    }

    /** Lapses before this moment are forgotten. */
    Instant memory() {
        return clock.instant().minus(config.limits().window());
    }

    /** Refuses one more open claim when there are as many as this limit; says which they are and how to free one. */
    void requireRoom(UUID memberId, int limit) {
        var open = holds.openClaims(memberId);
        if (open.size() < limit) return;
        throw Refusal.conflict(
                        "claim-limit",
                        "You have " + open.size() + " open claims and may have " + limit
                                + ". Complete one or give one back; verified results raise the limit.")
                .with("limit", limit)
                .with("holds", open.stream().map(Workload::shown).toList());
    }

    /** The same for an offered place that counts like a claim. */
    void requireRoom(UUID memberId, Task task) {
        var prospect = holds.prospect(task.id(), memberId, memory()).orElseThrow();
        requireRoom(memberId, limit(prospect.record()));
    }

    /** Refuses a place at a time at which this person has another; names that one. */
    void requireFreeTime(UUID memberId, UUID taskId) {
        var other = holds.overlapping(taskId, memberId);
        if (other.isEmpty()) return;
        var task = tasks.findById(other.get().taskId());
        throw Refusal.conflict(
                        "double-booked",
                        "You have a place in \"" + task.title()
                                + "\" at that time, or on the way. Give that one back first.")
                .with("other", shown(new HoldRepository.Look(task, other.get())));
    }

    private static Map<String, Object> shown(HoldRepository.Look look) {
        return Map.of(
                "assignment", look.own().id(),
                "task", look.task().id(),
                "title", look.task().title(),
                "fence", look.own().fence(),
                "leaseUntil", look.own().lease().until().toString());
    }
}
