package org.barnstorm.training;

import static org.barnstorm.authority.Capability.MANDATE_REVOKE;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Caller;
import org.barnstorm.group.Groups;
import org.barnstorm.mandate.EarnedMandates;
import org.barnstorm.member.Members;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;

/**
 * Takes a qualification back, and with it the mandates that it earned. In two steps like every revocation: the first
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
    private final Clock clock;

    WithdrawalService(
            QualificationService service,
            QualificationRepository qualifications,
            EarnedMandates earned,
            Members members,
            Authority authority,
            Groups groups,
            Journal journal,
            Clock clock) {
        this.service = service;
        this.qualifications = qualifications;
        this.earned = earned;
        this.members = members;
        this.authority = authority;
        this.groups = groups;
        this.journal = journal;
        this.clock = clock;
    }

    QualificationView withdraw(Caller caller, UUID id, Withdrawal withdrawal) {
        QuarkusTransaction.requiringNew().run(() -> decide(caller, id, withdrawal));
        earned.close(id);
        return service.show(caller, id);
    }

    private void decide(Caller caller, UUID id, Withdrawal withdrawal) {
        var seen = service.visible(caller, id);
        var group = groups.withId(seen.groupId());
        members.lock(seen.memberId()); // takes turns with earning it anew
        var mandate = authority.holds(caller, MANDATE_REVOKE, group);
        var qualification = qualifications.lock(id).orElseThrow();
        if (qualification.withdrawnAt() != null && earned.areBeingClosed(id)) return;
        qualification.withdraw(
                caller.memberId(), withdrawal.reason(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        earned.stop(id, caller.memberId(), mandate, withdrawal.reason());
        journal.append(new Event(
                        "qualification.withdrawn", id, group.id(), group.path().value(), caller.memberId(), mandate)
                .with("member", qualification.memberId())
                .with("course", qualification.courseId()));
    }
}
