package org.barnstorm.training;

import static org.barnstorm.authority.Capability.MANDATE_REVOKE;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.mandate.EarnedMandates;
import org.barnstorm.member.Members;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;

/**
 * Takes a qualification back, with what renews it or was renewed by it, and with the mandates that they earned: what was
 * taken back neither goes on under another number nor can be renewed. In two steps like every revocation: the first
 * commits the withdrawal and marks that no new writer gets past; the second waits for the writers in flight. Repeating
 * the request finishes what a service that died between the two left.
 */
@ApplicationScoped
class WithdrawalService {
    private final QualificationService service;
    private final QualificationRepository qualifications;
    private final EarnedMandates earned;
    private final Members members;
    private final Authority authority;
    private final Groups groups;
    private final Journal journal;
    private final TrainingConfig config;
    private final Clock clock;

    WithdrawalService(
            QualificationService service,
            QualificationRepository qualifications,
            EarnedMandates earned,
            Members members,
            Authority authority,
            Groups groups,
            Journal journal,
            TrainingConfig config,
            Clock clock) {
        this.service = service;
        this.qualifications = qualifications;
        this.earned = earned;
        this.members = members;
        this.authority = authority;
        this.groups = groups;
        this.journal = journal;
        this.config = config;
        this.clock = clock;
    }

    QualificationView withdraw(Caller caller, UUID id, Withdrawal withdrawal) {
        var taken = QuarkusTransaction.requiringNew().call(() -> decide(caller, id, withdrawal));
        taken.forEach(earned::close);
        return service.show(caller, id);
    }

    /** Answers what was taken back together. */
    private List<UUID> decide(Caller caller, UUID id, Withdrawal withdrawal) {
        var seen = service.visible(caller, id);
        var group = groups.withId(seen.groupId());
        members.lock(seen.memberId()); // takes turns with earning and renewing it
        var mandate = authority.holds(caller, MANDATE_REVOKE, group);
        var asked = qualifications.lock(id).orElseThrow();
        if (asked.withdrawnAt() != null) {
            var earlier = qualifications.withdrawnWith(id);
            if (earlier.stream().anyMatch(earned::areBeingClosed)) return earlier;
        }
        asked.requireKept();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (var each : qualifications.lockWithRenewals(asked, now.minus(config.refreshWithin()))) {
            each.withdraw(caller.memberId(), withdrawal.reason(), now);
            earned.stop(each.id(), caller.memberId(), mandate, withdrawal.reason());
            record(each, group, caller, mandate);
        }
        return qualifications.withdrawnWith(id);
    }

    private void record(Qualification qualification, GroupRef group, Caller caller, UUID mandate) {
        journal.append(new Event(
                        "qualification.withdrawn",
                        qualification.id(),
                        group.id(),
                        group.path().value(),
                        caller.memberId(),
                        mandate)
                .with("member", qualification.memberId())
                .with("course", qualification.courseId()));
    }
}
