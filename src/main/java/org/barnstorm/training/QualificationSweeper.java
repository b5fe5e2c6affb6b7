package org.barnstorm.training;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.Sweep;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.time.Rounds;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells, once, whose qualification is about to run out. Runs on every replica: a {@link Sweep}. */
@ApplicationScoped
class QualificationSweeper {
    private final Sweep sweep;
    private final QualificationRepository qualifications;
    private final Groups groups;
    private final Journal journal;
    private final TrainingConfig config;
    private final Clock clock;

    QualificationSweeper(
            Sweep sweep,
            QualificationRepository qualifications,
            Groups groups,
            Journal journal,
            TrainingConfig config,
            Clock clock) {
        this.sweep = sweep;
        this.qualifications = qualifications;
        this.groups = groups;
        this.journal = journal;
        this.config = config;
        this.clock = clock;
    }

    void begin(
            @Observes StartupEvent start,
            Rounds rounds,
            @ConfigProperty(name = "barnstorm.training.sweep-every") Duration every) {
        rounds.every(every, this::sweep);
    }

    /** Returns about how many it told. */
    int sweep() {
        return sweep.each("expiring-qualifications", this::due, this::warn);
    }

    private List<UUID> due(int limit) {
        var now = clock.instant();
        return qualifications.toWarn(now, now.plus(config.warnBefore()), limit);
    }

    private boolean warn(UUID id) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var found = qualifications.lockOrSkip(id).filter(each -> each.isToBeWarned(now, config.warnBefore()));
        found.ifPresent(qualification -> {
            qualification.warned(now);
            var group = groups.withId(qualification.groupId());
            journal.append(new Event(
                            "qualification.expiring",
                            id,
                            group.id(),
                            group.path().value(),
                            null,
                            null)
                    .with("member", qualification.memberId())
                    .with("course", qualification.courseId())
                    .with("expires", qualification.expiresAt()));
        });
        return found.isPresent();
    }
}
