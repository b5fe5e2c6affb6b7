package org.barnstorm.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.authority.Capability;
import org.barnstorm.group.Groups;

/**
 * Finds who takes over when mandates end: the lead of the work's group, or of the nearest group above that has one. Work
 * that somebody may go on with under another mandate stays theirs.
 */
@ApplicationScoped
class Takeovers {
    private final MandateRepository mandates;
    private final LeadRepository leads;
    private final Groups groups;
    private final WorkInFlight work;

    Takeovers(MandateRepository mandates, LeadRepository leads, Groups groups, WorkInFlight work) {
        this.mandates = mandates;
        this.leads = leads;
        this.groups = groups;
        this.work = work;
    }

    /** When these mandates end; those that are revoked already do not. */
    Takeover of(Collection<UUID> ids) {
        return of(mandates.unrevoked(ids), null);
    }

    /** @param successor who takes over everything; null for the nearest lead */
    Takeover of(List<Mandate> ending, UUID successor) {
        var without = ending.stream().map(Mandate::id).collect(Collectors.toSet());
        var lookup = new Lookup(without, successor);
        var handings = new ArrayList<WorkInFlight.Handing>();
        ending.stream()
                .collect(Collectors.groupingBy(Mandate::memberId))
                .forEach((member, theirs) -> handings.addAll(lookup.handings(member, theirs)));
        return new Takeover(ending, handings);
    }

    /** One search, in which each group's lead is asked for once. */
    private final class Lookup {
        private final Set<UUID> without;
        private final UUID successor;
        private final Map<UUID, Optional<UUID>> known = new HashMap<>();

        Lookup(Set<UUID> without, UUID successor) {
            this.without = without;
            this.successor = successor;
        }

        List<WorkInFlight.Handing> handings(UUID member, List<Mandate> ending) {
            var found = new ArrayList<WorkInFlight.Handing>();
            var rest = mandates.actingOf(member).stream()
                    .filter(mandate -> !without.contains(mandate.id()))
                    .filter(mandate -> mandate.capabilities().contains(Capability.TASK_EDIT))
                    .toList();
            for (var piece : work.lookedAfterBy(member, touched(ending))) {
                if (reach(rest, piece)) continue; // they may go on
                to(piece, ending)
                        .filter(to -> !to.equals(member))
                        .ifPresent(to -> found.add(new WorkInFlight.Handing(piece, member, to)));
            }
            return found;
        }

        /** Groups in which somebody may not be able to go on. */
        private Set<UUID> touched(List<Mandate> ending) {
            var touched = new HashSet<UUID>();
            for (var mandate : ending) {
                touched.addAll(groups.branch(groups.withId(mandate.groupId()).path()));
            }
            return touched;
        }

        private boolean reach(List<Mandate> mandates, WorkInFlight.Piece piece) {
            var where = groups.withId(piece.groupId()).path();
            return mandates.stream()
                    .filter(mandate -> mandate.limits().allow(piece.about()))
                    .anyMatch(mandate -> groups.withId(mandate.groupId()).path().covers(where));
        }

        /** A successor gets what the mandate was for; the rest of it, nobody could go on with any more. */
        private Optional<UUID> to(WorkInFlight.Piece piece, List<Mandate> ending) {
            if (successor != null && reach(ending, piece)) return Optional.of(successor);
            return known.computeIfAbsent(
                    piece.groupId(), group -> leads.nearest(groups.line(groups.withId(group)), without, Set.of()));
        }
    }
}
