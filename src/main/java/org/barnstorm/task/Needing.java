package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.barnstorm.platform.problem.Refusal;

/** Whether what a task waits for has happened. Asked under the task's lock. */
@ApplicationScoped
class Needing {
    private final NeedRepository needs;

    Needing(NeedRepository needs) {
        this.needs = needs;
    }

    /** Whether a task that is being published has to wait; refused when waiting would not help. */
    boolean keepsWaiting(Task task) {
        if (!task.isBeforeOpening()) return false;
        var unmet = unmet(task);
        if (unmet.isEmpty()) return false;
        for (var need : unmet) {
            if (need.isHopeless()) throw cancelled(need);
        }
        if (task.status() == Task.Status.WAITING) {
            throw Refusal.conflict(
                            "needs-unmet",
                            "It opens by itself when the tasks it needs are done. To open it now, change what it needs.")
                    .with("needs", unmet.stream().map(need -> need.task().id()).toList());
        }
        return true;
    }

    boolean areMet(Task task) {
        return unmet(task).isEmpty();
    }

    /** Why a waiting task will never open by itself, if so. */
    Optional<Needs.Obstacle> obstacle(Task task, Instant now) {
        if (task.isOver(now)) return Optional.of(Needs.Obstacle.OVER);
        return unmet(task).stream().anyMatch(NeedRepository.Needed::isHopeless)
                ? Optional.of(Needs.Obstacle.NEED_CANCELLED)
                : Optional.empty();
    }

    static Refusal cancelled(NeedRepository.Needed need) {
        return Refusal.conflict(
                        "need-cancelled",
                        "A task that it needs was cancelled and will never be done. Name others that it needs, or none.")
                .with("task", need.task().id());
    }

    private List<NeedRepository.Needed> unmet(Task task) {
        return needs.look(task.needs().ids()).stream()
                .filter(need -> !need.done())
                .toList();
    }
}
