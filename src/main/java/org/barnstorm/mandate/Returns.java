package org.barnstorm.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.authority.Capability;
import org.barnstorm.group.Groups;
import org.barnstorm.mandate.WorkInFlight.Handing;

/**
 * Gives work back when an ending or a suspension is taken back: to whoever may go on with it. Where that is not so, because
 * another mandate was revoked meanwhile or another suspension came, the work stays until that is taken back, too.
 */
@ApplicationScoped
class Returns {
    private final MandateRepository mandates;
    private final StopRepository stops;
    private final LimitingCampaigns campaigns;
    private final Groups groups;
    private final WorkInFlight work;

    Returns(
            MandateRepository mandates,
            StopRepository stops,
            LimitingCampaigns campaigns,
            Groups groups,
            WorkInFlight work) {
        this.mandates = mandates;
        this.stops = stops;
        this.campaigns = campaigns;
        this.groups = groups;
        this.work = work;
    }

    /** @param back the mandates that this cause kept, locked, its own marks struck out */
    void giveBack(UUID cause, List<Mandate> back, WorkInFlight.Act act) {
        var search = new Search(back);
        var free = new ArrayList<Handing>();
        Map<UUID, List<Handing>> until = new HashMap<>();
        for (var handing : work.entrustedBy(cause)) {
            var hindered = search.hindered(handing);
            if (hindered.isEmpty()) free.add(handing);
            else
                search.why(hindered).ifPresent(other -> until.computeIfAbsent(other, any -> new ArrayList<>())
                        .add(handing));
        }
        work.giveBack(cause, free, act);
        until.forEach((other, handings) -> work.keepUntil(other, cause, handings));
    }

    /** One search over the mandates that may come back. */
    private final class Search {
        private final List<Mandate> back;
        private final Map<UUID, UUID> standing;
        private final Map<UUID, LimitingCampaigns.Named> limiting;
        private final Instant now = mandates.databaseTime();

        Search(List<Mandate> back) {
            this.back = back;
            this.standing = stops.standing(back.stream().map(Mandate::id).toList());
            this.limiting = campaigns.named(MandateViews.campaignIds(back));
        }

        /**
         * Mandates over the piece that its former keeper has not got back; none when they may go on by another one. The piece
         * was moved because all of them rested, and which one it was made by nobody knows. If none of them is for what the
         * piece has become meanwhile, none gives it back.
         */
        List<Mandate> hindered(Handing handing) {
            var piece = groups.withId(handing.piece().groupId()).path();
            var reaching = back.stream()
                    .filter(mandate -> mandate.memberId().equals(handing.to()))
                    .filter(mandate -> groups.withId(mandate.groupId()).path().covers(piece))
                    .toList();
            var theirs = reaching.stream()
                    .filter(mandate -> mandate.limits().allow(handing.piece().about()))
                    .toList();
            if (theirs.isEmpty()) return reaching;
            var goesOn = theirs.stream()
                    .anyMatch(mandate -> !isDead(mandate)
                            && mandate.status(now) == Mandate.Status.LIVE
                            && mandate.capabilities().contains(Capability.TASK_EDIT));
            return goesOn ? List.of() : theirs.stream().filter(this::isDead).toList();
        }

        private boolean isOver(UUID campaignId) {
            return campaignId != null && limiting.get(campaignId).isOver();
        }

        /** What else has to be taken back first; nothing brings back what ran out. */
        Optional<UUID> why(List<Mandate> hindered) {
            return hindered.stream()
                    .map(mandate -> standing.get(mandate.id()))
                    .filter(cause -> cause != null)
                    .findFirst();
        }

        private boolean isDead(Mandate mandate) {
            return standing.containsKey(mandate.id())
                    || isOver(mandate.limits().campaignId())
                    || mandate.status(now) == Mandate.Status.REVOKED
                    || mandate.status(now) == Mandate.Status.ENDED;
        }
    }
}
