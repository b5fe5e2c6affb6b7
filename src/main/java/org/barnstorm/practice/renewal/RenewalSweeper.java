package org.barnstorm.practice.renewal;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.UUID;
import org.barnstorm.platform.Sweep;
import org.barnstorm.platform.Tour;
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
    private static final int PAGE = 200;

    /** A round looks at some ten thousand qualifications. */
    private static final int PAGES = 50;

    private final RenewalRepository rules;
    private final Renewals renewals;
    private final Qualifications qualifications;
    private final Sweep sweep;
    private final Rounds rounds;
    private final Tour tour = new Tour(PAGES);

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
        return sweep.along("renewals", tour, this::rules, this::look, renewals::renew);
    }

    private List<UUID> rules() {
        return rules.byWork().stream().map(Renewal::id).toList();
    }

    /** Looks at people whose qualification runs out soon, in a few statements. */
    private Tour.Page look(UUID ruleId, List<String> after) {
        var rule = rules.findById(ruleId);
        var page = qualifications.expiring(rule.courseId(), new Window(PAGE, after));
        if (page.isEmpty()) return Tour.Page.NOTHING;
        var last = page.get(page.size() - 1).id();
        var holders = renewals.due(rule, page).stream().map(Proof::memberId).distinct();
        return new Tour.Page(holders.toList(), List.of(last.toString()));
    }
}
