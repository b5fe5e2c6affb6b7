package org.barnstorm.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.barnstorm.group.Groups;

/** Mandates as people see them: with what stands against them, whose facts are elsewhere. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class MandateViews {
    private final StopRepository stops;
    private final LimitingCampaigns campaigns;
    private final Groups groups;
    private final Clock clock;

    MandateViews(StopRepository stops, LimitingCampaigns campaigns, Groups groups, Clock clock) {
        this.stops = stops;
        this.campaigns = campaigns;
        this.groups = groups;
        this.clock = clock;
    }

    MandateView of(Mandate mandate) {
        return of(List.of(mandate)).get(mandate);
    }

    /** However many there are, in the same few statements. */
    Map<Mandate, MandateView> of(Collection<Mandate> mandates) {
        var suspended = stops.suspended(mandates.stream().map(Mandate::id).toList());
        var limiting = campaigns.named(campaignIds(mandates));
        var now = clock.instant();
        return mandates.stream().collect(Collectors.toMap(Function.identity(), mandate -> {
            var campaign = mandate.limits().campaignId();
            return MandateView.of(
                    mandate,
                    groups.withId(mandate.groupId()).path(),
                    now,
                    suspended.contains(mandate.id()),
                    campaign != null && limiting.get(campaign).isOver());
        }));
    }

    /** The campaigns that these are limited to. */
    static Collection<UUID> campaignIds(Collection<Mandate> mandates) {
        return mandates.stream()
                .map(mandate -> mandate.limits().campaignId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
