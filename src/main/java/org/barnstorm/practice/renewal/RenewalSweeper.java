package org.barnstorm.practice.renewal;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.platform.Sweep;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.time.Rounds;
import org.barnstorm.task.ResultVerified;
import org.barnstorm.task.Sweeper;
import org.barnstorm.training.Qualifications;
import org.barnstorm.training.Qualifications.Proof;

/**
 * Renews qualifications soon after the verdict that was missing, and those that have become due because they run out soon
 * now. Runs on every replica, see {@link Sweep}.
 */
@ApplicationScoped
class RenewalSweeper implements Sweeper {
    private static final int PAGE = 500;

    private final RenewalRepository rules;
    private final Renewals renewals;
    private final Qualifications qualifications;
    private final Sweep sweep;
    private final Rounds rounds;

    RenewalSweeper(
            RenewalRepository rules, Renewals renewals, Qualifications qualifications, Sweep sweep, Rounds rounds) {
        this.rules = rules;
        this.renewals = renewals;
        this.qualifications = qualifications;
        this.sweep = sweep;
        this.rounds = rounds;
    }

    void verified(@Observes(during = TransactionPhase.AFTER_SUCCESS) ResultVerified result) {
        rounds.soon(() -> renewSoon(result.memberId()));
    }

    private void renewSoon(UUID memberId) {
        try {
            QuarkusTransaction.requiringNew().call(() -> renewals.renew(memberId));
        } catch (RuntimeException e) {
            Log.debug("A renewal is left to the next round", e);
        }
    }

    /** Returns for how many people it renewed something. */
    @Override
    public int sweep() {
        return sweep.each("renewals", this::due, renewals::renew);
    }

    /** Looks at all whose qualification runs out soon, a few statements a page. */
    private List<UUID> due(int limit) {
        Set<UUID> found = new LinkedHashSet<>();
        for (var rule : rules.byWork()) {
            var page = expiring(rule, List.of());
            while (!page.isEmpty() && found.size() < limit) {
                var last = page.get(page.size() - 1).id();
                renewals.due(rule, page).forEach(each -> found.add(each.memberId()));
                rules.getSession().clear();
                page = expiring(rule, List.of(last.toString()));
            }
        }
        return found.stream().limit(limit).toList();
    }

    private List<Proof> expiring(Renewal rule, List<String> after) {
        return qualifications.expiring(rule.courseId(), new Window(PAGE, after));
    }
}
