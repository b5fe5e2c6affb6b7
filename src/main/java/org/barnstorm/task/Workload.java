package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
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

    /** Refuses one more open claim when there are as many as this limit. */
    void requireRoom(UUID memberId, int limit) {
        whyNoRoom(memberId, limit).ifPresent(Workload::refuse);
    }

    /** Refuses a place at a time at which this person has another. */
    void requireFreeTime(UUID memberId, UUID taskId) {
        whyNoFreeTime(memberId, taskId).ifPresent(Workload::refuse);
    }

    /** Why there cannot be one more open claim; says which they are and how to free one. */
    Optional<Refusal> whyNoRoom(UUID memberId, int limit) {
        var open = holds.openClaims(memberId);
        if (open.size() < limit) return Optional.empty();
        return Optional.of(Refusal.conflict(
                        "claim-limit",
                        "You have " + open.size() + " open claims and may have " + limit
                                + ". Complete one or give one back; verified results raise the limit.")
                .with("limit", limit)
                .with("holds", open.stream().map(HeldPlace::of).toList()));
    }

    /** The same for an offered place that counts like a claim. */
    void requireRoom(UUID memberId) {
        holds.flush();
        requireRoom(memberId, limit(holds.load(memberId, memory()).record()));
    }

    /** Why this person has no time for the task; names the place that they have then. */
    Optional<Refusal> whyNoFreeTime(UUID memberId, UUID taskId) {
        return holds.overlapping(taskId, memberId).map(other -> {
            var task = tasks.findById(other.taskId());
            return Refusal.conflict(
                            "double-booked",
                            "You have a place in \"" + task.title()
                                    + "\" at that time, or on the way. Give that one back first.")
                    .with("other", HeldPlace.of(new HoldRepository.Look(task, other)));
        });
    }

    private static void refuse(Refusal why) {
        throw why;
    }
}
