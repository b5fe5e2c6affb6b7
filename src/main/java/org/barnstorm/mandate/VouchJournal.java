package org.barnstorm.mandate;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;

/** How vouches stand in the journal, and are counted. */
@ApplicationScoped
class VouchJournal {
    private final Journal journal;
    private final MeterRegistry meters;

    VouchJournal(Journal journal, MeterRegistry meters) {
        this.journal = journal;
        this.meters = meters;
    }

    void record(String type, Vouch vouch, GroupRef group, UUID actor) {
        journal.append(new Event(type, vouch.id(), group.id(), group.path().value(), actor, null)
                .with("voucher", vouch.voucherId())
                .with("member", vouch.memberId()));
        count(type.substring(type.indexOf('.') + 1));
    }

    void recordMandate(Mandate mandate, GroupRef group, UUID actor, int vouches) {
        journal.append(new Event(
                        "mandate.vouched",
                        mandate.id(),
                        group.id(),
                        group.path().value(),
                        actor,
                        null)
                .with("member", mandate.memberId())
                .with("vouches", vouches)
                .with("until", mandate.validUntil())
                .with("pending", mandate.isPending() ? true : null));
        count("earned");
    }

    private void count(String result) {
        meters.counter("barnstorm.vouches", "result", result).increment();
    }
}
