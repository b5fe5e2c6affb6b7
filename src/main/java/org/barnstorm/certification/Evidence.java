package org.barnstorm.certification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.mandate.Leads;
import org.barnstorm.member.Members;
import org.barnstorm.task.VerifiedWork;

/** What groups have of what is asked for, collected from those who know it: one statement each, however many groups. */
@ApplicationScoped
class Evidence {
    private final Leads leads;
    private final Members members;
    private final VerifiedWork work;
    private final Requirements asked;

    Evidence(Leads leads, Members members, VerifiedWork work, CertificationConfig config) {
        this.leads = leads;
        this.members = members;
        this.work = work;
        this.asked = Requirements.of(config);
    }

    /** How each of these groups stands to each criterion that is asked for. */
    Map<UUID, List<Finding>> of(Collection<UUID> groupIds, Instant now) {
        return of(groupIds, work.since(now.minus(asked.resultsWithin()), groupIds, Math.max(1, asked.results())));
    }

    /** What all groups have done lately: for who looks at all of them, a page at a time. */
    Map<UUID, VerifiedWork.Tally> results(Instant now) {
        return work.since(now.minus(asked.resultsWithin()), Math.max(1, asked.results()));
    }

    /** @param done what they, and perhaps others, have done lately */
    Map<UUID, List<Finding>> of(Collection<UUID> groupIds, Map<UUID, VerifiedWork.Tally> done) {
        var led = leads.of(groupIds, Math.max(1, asked.leads()));
        var counts = members.counts(groupIds);
        var found = new HashMap<UUID, List<Finding>>();
        for (var id : groupIds) {
            var lead = led.getOrDefault(id, Leads.Standing.NONE);
            var results = done.getOrDefault(id, VerifiedWork.Tally.NONE);
            var workEnds =
                    results.decisive() == null ? null : results.decisive().plus(asked.resultsWithin());
            var all = List.of(
                    finding(Criterion.LEADS, lead.people(), asked.leads(), lead.until()),
                    finding(Criterion.MEMBERS, counts.getOrDefault(id, 0L), asked.members(), null),
                    finding(Criterion.RESULTS, results.count(), asked.results(), workEnds));
            found.put(id, all.stream().filter(each -> each.needed() > 0).toList());
        }
        return found;
    }

    static boolean suffices(List<Finding> findings) {
        return findings.stream().allMatch(Finding::isMet);
    }

    private static Finding finding(Criterion criterion, long number, int needed, Instant until) {
        return new Finding(criterion, number, needed, number >= needed ? until : null);
    }
}
