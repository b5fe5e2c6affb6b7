package org.barnstorm.certification;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.Sweep;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.time.Rounds;

/** Looks which groups have earned their certification, lack something, or have lacked it for too long. A {@link Sweep}. */
@ApplicationScoped
class CertificationSweeper {
    private static final int PAGE = 500;

    private final CertificationRepository certifications;
    private final Evidence evidence;
    private final Groups groups;
    private final Journal journal;
    private final MeterRegistry meters;
    private final Sweep sweep;
    private final Requirements asked;

    CertificationSweeper(
            CertificationRepository certifications,
            Evidence evidence,
            Groups groups,
            Journal journal,
            MeterRegistry meters,
            Sweep sweep,
            CertificationConfig config) {
        this.certifications = certifications;
        this.evidence = evidence;
        this.groups = groups;
        this.journal = journal;
        this.meters = meters;
        this.sweep = sweep;
        this.asked = Requirements.of(config);
    }

    void begin(@Observes StartupEvent start, Rounds rounds, CertificationConfig config) {
        rounds.every(config.sweepEvery(), this::sweep);
    }

    /** Returns for how many groups something changed. */
    int sweep() {
        return sweep.each("certifications", this::due, this::look);
    }

    /** Looks at all groups, a few statements a page: nothing here is told when a member leaves or a mandate ends. */
    private List<UUID> due(int limit) {
        var now = certifications.databaseTime();
        var results = evidence.results(now);
        var found = new ArrayList<UUID>();
        var page = groups.after(new UUID(0, 0), PAGE);
        while (!page.isEmpty() && found.size() < limit) {
            found.addAll(due(page, evidence.of(page, results), now));
            certifications.getSession().clear();
            page = groups.after(page.get(page.size() - 1), PAGE);
        }
        return found.size() > limit ? found.subList(0, limit) : found;
    }

    private List<UUID> due(Collection<UUID> page, Map<UUID, List<Finding>> findings, Instant now) {
        var known = certifications.ofGroups(page);
        return page.stream()
                .filter(id -> {
                    var suffices = Evidence.suffices(findings.get(id));
                    var certification = known.get(id);
                    return certification == null
                            ? suffices
                            : certification.due(suffices, now).isPresent();
                })
                .toList();
    }

    private boolean look(UUID groupId) {
        if (!groups.lockOrSkip(groupId)) return false;
        var now = certifications.databaseTime();
        var findings = evidence.of(Set.of(groupId), now).get(groupId);
        var suffices = Evidence.suffices(findings);
        var known = certifications.lockOfGroup(groupId);
        if (known.isEmpty()) return suffices && earn(groupId, findings, now);
        var step = known.get().step(suffices, asked.grace(), now);
        step.ifPresent(type -> record(type, known.get(), findings));
        return step.isPresent();
    }

    private boolean earn(UUID groupId, List<Finding> findings, Instant now) {
        var first = new Certification(groupId, now);
        certifications.persist(first);
        record("certification.earned", first, findings);
        return true;
    }

    private void record(String type, Certification certification, List<Finding> findings) {
        var group = groups.withId(certification.groupId());
        var event = new Event(type, certification.id(), group.id(), group.path().value(), null, null)
                .with("status", certification.status())
                .with("lapses", certification.lapsesAt());
        for (var each : findings) {
            event = event.with(each.criterion().name().toLowerCase(Locale.ROOT), each.number());
        }
        journal.append(event);
        meters.counter("barnstorm.certifications", "step", type.substring(type.indexOf('.') + 1))
                .increment();
    }
}
