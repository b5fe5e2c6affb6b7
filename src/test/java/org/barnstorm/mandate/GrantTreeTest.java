package org.barnstorm.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.Limits;
import org.barnstorm.authority.Matter;
import org.barnstorm.authority.Role;
import org.barnstorm.platform.problem.Refusal;

/** Random people hand on random authority to each other; whatever is refused, what stands keeps I-20. */
class GrantTreeTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final List<UUID> PEOPLE =
            IntStream.range(0, 6).mapToObj(i -> new UUID(0, i)).toList();
    private static final UUID ADMIN = new UUID(1, 0);
    private static final UUID GROUP = new UUID(2, 0);
    private static final List<UUID> CAMPAIGNS = List.of(new UUID(3, 0), new UUID(3, 1));
    private static final List<String> KINDS = List.of("canvass", "phone", "stall");
    private static final List<Integer> PLACES = List.of(1, 5, 20);
    private static final List<Capability> ABOUT_TASKS =
            List.of(Capability.TASK_CREATE, Capability.TASK_EDIT, Capability.TASK_ASSIGN);

    /** One try: the holder of some mandate grants something to somebody. */
    record Try(
            int parent,
            int to,
            Set<Capability> capabilities,
            int depth,
            Integer days,
            boolean delegated,
            Limits limits) {}

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    @Label("I 20 nobody ever grants more than they hold")
    void nobody_ever_grants_more_than_they_hold(@ForAll("tries") List<Try> tries) {
        var tree = grow(tries);
        for (var child : tree.values()) {
            if (child.grantedUnder() == null) continue;
            var parent = tree.get(child.grantedUnder());
            assertThat(parent.capabilities()).contains(Capability.MANDATE_GRANT).containsAll(child.capabilities());
            assertThat(child.delegationDepth()).isLessThan(parent.delegationDepth());
            assertThat(child.grantedBy()).isEqualTo(parent.memberId()).isNotEqualTo(child.memberId());
            assertThat(allowedBy(child.limits())).allMatch(parent.limits()::allow);
            if (parent.validUntil() == null) continue;
            assertThat(child.validUntil()).isNotNull().isBeforeOrEqualTo(parent.validUntil());
        }
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    @Label("I 20 every chain of grants ends at the admin's appointment, without a cycle")
    void every_chain_of_grants_ends_at_the_admins_appointment(@ForAll("tries") List<Try> tries) {
        var tree = grow(tries);
        for (var mandate : tree.values()) {
            var seen = new HashSet<UUID>();
            var at = mandate;
            while (at.grantedUnder() != null) {
                assertThat(seen.add(at.id())).as("a cycle").isTrue();
                at = tree.get(at.grantedUnder());
            }
            assertThat(at.source()).isEqualTo(Source.BOOTSTRAP);
            assertThat(seen.size()).isLessThanOrEqualTo(at.delegationDepth());
        }
    }

    private static Map<UUID, Mandate> grow(List<Try> tries) {
        var grown = new ArrayList<Mandate>();
        var root = new Scope(GROUP, Role.LEAD, Role.LEAD.capabilities(), 5, NOON, NOON.plus(Duration.ofDays(365)));
        grown.add(Mandate.bootstrap(ADMIN, PEOPLE.get(0), root, NOON));
        for (var each : tries) {
            try {
                grown.add(grant(grown.get(each.parent() % grown.size()), each));
            } catch (Refusal refusal) {
                assertThat(refusal.code())
                        .isIn("beyond-own-authority", "self-grant", "term-backwards", "empty-mandate", "not-limitable");
            }
        }
        // Trees of the root alone would prove nothing.
        Statistics.label("grows").collect(grown.size() > 3).coverage(coverage -> coverage.check(true)
                .percentage(share -> share > 20));
        var narrow =
                grown.stream().filter(mandate -> !mandate.limits().isNone()).count();
        Statistics.label("limits").collect(narrow > 1).coverage(coverage -> coverage.check(true)
                .percentage(share -> share > 5));
        var byId = new HashMap<UUID, Mandate>();
        for (var mandate : grown) byId.put(mandate.id(), mandate);
        return byId;
    }

    private static Mandate grant(Mandate parent, Try what) {
        var until = what.days() == null ? null : NOON.plus(Duration.ofDays(what.days()));
        var scope = new Scope(GROUP, null, what.capabilities(), what.depth(), NOON, until, what.limits());
        var source = what.delegated() ? Source.DELEGATED : Source.APPOINTED;
        return parent.grant(PEOPLE.get(what.to()), scope, source, NOON);
    }

    /** None as often as some: trees in which everything is limited alike would prove little. */
    private static Arbitrary<Limits> limits() {
        var some = Combinators.combine(
                        Arbitraries.of(CAMPAIGNS).injectNull(0.5),
                        Arbitraries.of(KINDS).set().ofMinSize(1).injectNull(0.5),
                        Arbitraries.of(PLACES).injectNull(0.5))
                .as(Limits::new);
        return Arbitraries.oneOf(Arbitraries.just(Limits.NONE), some);
    }

    /** Every task that limits can tell from others. */
    private static List<Matter> allowedBy(Limits limits) {
        var all = new ArrayList<Matter>();
        for (var campaign : Arrays.asList(CAMPAIGNS.get(0), CAMPAIGNS.get(1), null)) {
            for (var kind : Arrays.asList(KINDS.get(0), KINDS.get(1), KINDS.get(2), null)) {
                for (var places : List.of(1, 2, 5, 6, 20, 21)) all.add(new Matter(campaign, kind, places));
            }
        }
        all.removeIf(matter -> !limits.allow(matter));
        return all;
    }

    @Provide
    Arbitrary<List<Try>> tries() {
        var capabilities = Arbitraries.oneOf(
                Arbitraries.of(Role.values()).map(Role::capabilities),
                Arbitraries.of(Capability.class).set().map(set -> {
                    var withGrant = EnumSet.of(Capability.MANDATE_GRANT);
                    withGrant.addAll(set);
                    return withGrant;
                }),
                Arbitraries.of(ABOUT_TASKS).set().map(set -> {
                    var withGrant = EnumSet.of(Capability.MANDATE_GRANT);
                    withGrant.addAll(set);
                    return withGrant;
                }),
                Arbitraries.of(Capability.class).set());
        return Combinators.combine(
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, PEOPLE.size() - 1),
                        capabilities,
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, 400).injectNull(0.05),
                        Arbitraries.of(true, false),
                        limits())
                .as(Try::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }
}
