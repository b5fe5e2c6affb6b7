package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.problem.Refusal;

/** Whether somebody could claim a task, by the rules of the claim itself, all of which are asked and none enforced. */
@ApplicationScoped
@Transactional
class EligibilityService {
    private final HoldRepository holds;
    private final TaskSight sight;
    private final Admission admission;
    private final Workload workload;
    private final Groups groups;
    private final Clock clock;

    EligibilityService(
            HoldRepository holds, TaskSight sight, Admission admission, Workload workload, Groups groups, Clock clock) {
        this.holds = holds;
        this.sight = sight;
        this.admission = admission;
        this.workload = workload;
        this.groups = groups;
        this.clock = clock;
    }

    EligibilityView ask(Caller caller, UUID taskId) {
        var member = caller.memberId();
        var prospect = holds.prospect(taskId, member, workload.memory()).orElseThrow(() -> Refusal.notFound("task"));
        var task = sight.require(caller, prospect.task());
        var own = prospect.own();
        if (own != null && !own.isOfferToWaiter()) return EligibilityView.holding(own.id());
        var group = groups.withId(task.groupId());
        var why = new ArrayList<Refusal>();
        if (own == null) {
            why.addAll(task.whyNoPlaces(clock.instant()));
            why.addAll(admission.whyNot(member, caller.groupIds(), task, group));
        } else {
            var now = holds.databaseTime();
            own.whyLost(now).or(() -> task.whyOver(now)).ifPresent(why::add);
            why.addAll(admission.whyNotOffered(member, caller.groupIds(), task, group));
        }
        workload.whyNoRoom(member, workload.limit(prospect.record())).ifPresent(why::add);
        workload.whyNoFreeTime(member, taskId).ifPresent(why::add);
        return EligibilityView.of(own, why.stream().map(Obstacle::of).toList());
    }
}
