package org.barnstorm.platform.limits;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Decides for each request whether it passes a limit, from what this replica holds or, when that is used up, from what all share. */
@ApplicationScoped
class Limiter {
    /** So many owners have a share here; whoever comes on top takes one request at a time from the common count. */
    private static final int MOST_SHARES = 50_000;

    private static final long SILENCE = TimeUnit.MINUTES.toNanos(1);

    private final SharedQuotas quotas;
    private final ProgramQuotas programs;
    private final MeterRegistry meters;
    private final LongSupplier nanos;
    private final Map<Limit, Rule> rules = new EnumMap<>(Limit.class);
    private final Map<Owner, Share> shares = new ConcurrentHashMap<>();
    private final AtomicLong silentUntil;

    private record Owner(Limit limit, String name) {}

    private record Rule(Quota quota, WhenAway whenAway, Outage outage) {}

    @Inject
    Limiter(SharedQuotas quotas, ProgramQuotas programs, LimitsConfig config, MeterRegistry meters) {
        this(quotas, programs, config, meters, System::nanoTime);
    }

    Limiter(
            SharedQuotas quotas,
            ProgramQuotas programs,
            LimitsConfig config,
            MeterRegistry meters,
            LongSupplier nanos) {
        this.quotas = quotas;
        this.programs = programs;
        this.meters = meters;
        this.nanos = nanos;
        this.silentUntil = new AtomicLong(nanos.getAsLong());
        for (var limit : Limit.values()) {
            var each = config.of(limit);
            var quota = new Quota(each.requests(), each.window());
            rules.put(limit, new Rule(quota, each.whenAway(), new Outage(nanos)));
        }
        meters.gaugeMapSize("barnstorm.limits.shares", io.micrometer.core.instrument.Tags.empty(), shares);
    }

    /** Settings that make no sense end the start, not the first request. */
    void begin(@Observes StartupEvent start) {
        Log.debugf("%d limits are in force", rules.size());
    }

    /** One request of this owner. */
    Verdict take(Limit limit, String name) {
        var owner = new Owner(limit, name);
        try {
            var verdict = shares.size() < MOST_SHARES || shares.containsKey(owner)
                    ? shares.computeIfAbsent(owner, o -> new Share(nanos))
                            .take(limit, () -> portion(owner, Long.MAX_VALUE))
                    : new Share(nanos).take(limit, () -> portion(owner, 1));
            if (!verdict.passes()) count("refused", limit);
            return verdict;
        } catch (Outage.Away e) {
            return unknown(limit, e);
        }
    }

    private Portion portion(Owner owner, long most) {
        count("asked", owner.limit());
        return rules.get(owner.limit())
                .outage()
                .ask(() -> quotas.take(owner.limit().wire() + ':' + owner.name(), quota(owner), most));
    }

    private Quota quota(Owner owner) {
        var usual = rules.get(owner.limit()).quota();
        if (owner.limit() != Limit.PROGRAM) return usual;
        return programs.perMinute(owner.name()).map(Quota::perMinute).orElse(usual);
    }

    private Verdict unknown(Limit limit, Outage.Away e) {
        count("away", limit);
        var whenAway = rules.get(limit).whenAway();
        logOnceAMinute(limit, whenAway, e);
        var answer = whenAway == WhenAway.OPEN ? Verdict.Answer.PASSES_UNKNOWN : Verdict.Answer.UNKNOWN;
        return new Verdict(limit, answer, null, 0, null);
    }

    private void logOnceAMinute(Limit limit, WhenAway whenAway, Outage.Away e) {
        var now = nanos.getAsLong();
        var until = silentUntil.get();
        if (now - until < 0 || !silentUntil.compareAndSet(until, now + SILENCE)) return;
        Log.warnf("The counts of requests cannot be asked; the limit %s is %s until they can", limit.wire(), whenAway);
        Log.debug("Why they cannot be asked", e.getCause());
    }

    /** Forgets shares whose window is over. */
    void forget() {
        shares.values().removeIf(Share::isOver);
    }

    private void count(String what, Limit limit) {
        meters.counter("barnstorm.limits." + what, "limit", limit.wire()).increment();
    }
}
