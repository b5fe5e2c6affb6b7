package org.barnstorm.practice.practical;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.member.Members;
import org.barnstorm.platform.Sweep;
import org.barnstorm.platform.Tour;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.time.Rounds;
import org.barnstorm.task.ResultVerified;
import org.barnstorm.task.Sweeper;
import org.barnstorm.training.content.ModuleKind;
import org.barnstorm.training.enrolment.AttestedSteps;
import org.barnstorm.training.enrolment.AttestedSteps.AttestedStep;

/**
 * Makes practicals done soon after the verdict that was missing. The verdict's own transaction holds a task, before which
 * the learner would have to be locked; so this comes after it, in another. A verdict after which the service died, and
 * work that counts since the rule changed, is found by looking at all that is open, a part of it in each round. Runs on
 * every replica.
 */
@ApplicationScoped
class PracticalSweeper implements Sweeper {
    private static final int PAGE = 200;

    /** A round looks at some ten thousand learners. */
    private static final int PAGES = 50;

    private final PracticalRepository practicals;
    private final Standings standings;
    private final Conclusions conclusions;
    private final AttestedSteps steps;
    private final Members members;
    private final Sweep sweep;
    private final Rounds rounds;
    private final Tour tour = new Tour(PAGES);

    PracticalSweeper(
            PracticalRepository practicals,
            Standings standings,
            Conclusions conclusions,
            AttestedSteps steps,
            Members members,
            Sweep sweep,
            Rounds rounds) {
        this.practicals = practicals;
        this.standings = standings;
        this.conclusions = conclusions;
        this.steps = steps;
        this.members = members;
        this.sweep = sweep;
        this.rounds = rounds;
    }

    void verified(@Observes(during = TransactionPhase.AFTER_SUCCESS) ResultVerified result) {
        rounds.soon(() -> concludeSoon(result.memberId()));
    }

    private void concludeSoon(UUID memberId) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                if (practicals.asksForWork()) conclusions.conclude(memberId);
            });
        } catch (RuntimeException e) {
            Log.debug("A practical is left to the next round", e);
        }
    }

    /** Returns for how many learners it concluded something. */
    @Override
    public int sweep() {
        return sweep.along("practicals", tour, this::rules, this::look, conclusions::conclude);
    }

    private List<UUID> rules() {
        return practicals.byWork().stream().map(Practical::id).toList();
    }

    /** Looks at learners who have a practical ahead of them, in a few statements. */
    private Tour.Page look(UUID ruleId, List<String> after) {
        var rule = practicals.findById(ruleId);
        var page = steps.open(rule.courseId(), rule.module(), ModuleKind.PRACTICAL, new Window(PAGE, after));
        if (page.isEmpty()) return Tour.Page.NOTHING;
        var last = page.get(page.size() - 1).enrolmentId();
        var learners = due(rule, page).stream().map(AttestedStep::memberId).distinct();
        return new Tour.Page(learners.toList(), List.of(last.toString()));
    }

    /** Without those who have left: nothing becomes done for them, and they would be found again in every round. */
    private List<AttestedStep> due(Practical rule, List<AttestedStep> page) {
        var enough = standings.of(rule, page).stream()
                .filter(Standing::isEnough)
                .map(Standing::step)
                .toList();
        if (enough.isEmpty()) return enough;
        var belongs =
                members.activeGroups(enough.stream().map(AttestedStep::memberId).collect(Collectors.toSet()));
        return enough.stream()
                .filter(step -> belongs.getOrDefault(step.memberId(), Set.of()).contains(step.groupId()))
                .toList();
    }
}
