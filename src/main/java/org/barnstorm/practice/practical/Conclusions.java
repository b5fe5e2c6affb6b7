package org.barnstorm.practice.practical;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.barnstorm.member.Members;
import org.barnstorm.training.enrolment.AttestedSteps;
import org.barnstorm.training.enrolment.AttestedSteps.Witness;

/** Concludes from verified work and sign-offs which practicals are done. However often it is asked, each is done once. */
@ApplicationScoped
class Conclusions {
    private final Standings standings;
    private final AttestedSteps steps;
    private final Members members;
    private final MeterRegistry meters;

    Conclusions(Standings standings, AttestedSteps steps, Members members, MeterRegistry meters) {
        this.standings = standings;
        this.steps = steps;
        this.members = members;
        this.meters = meters;
    }

    /** Under the learner's lock, so that what was looked at is what becomes done; no task is locked. */
    boolean conclude(UUID memberId) {
        members.lockAll(List.of(memberId));
        var concluded = false;
        for (var standing : standings.of(memberId)) {
            if (standing.isEnough()) concluded |= done(standing, Witness.SERVICE, "work");
        }
        return concluded;
    }

    /** The same for one practical that was just signed off. The caller holds the learner's lock. */
    void concludeSigned(UUID memberId, UUID enrolmentId, String module, UUID signedBy) {
        standings.of(memberId).stream()
                .filter(each -> each.step().enrolmentId().equals(enrolmentId))
                .filter(each -> each.step().module().equals(module))
                .filter(Standing::isEnough)
                .forEach(each -> done(each, new Witness(signedBy, null), "sign-off"));
    }

    private boolean done(Standing standing, Witness by, String how) {
        var done = steps.done(standing.step(), by);
        if (done) meters.counter("barnstorm.practice.steps", "by", how).increment();
        return done;
    }
}
