package org.barnstorm.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Several replicas and one common count, played by a clock of the test's own. */
class ShareTest {
    private static final Quota QUOTA_OF_FOUR = new Quota(4, Duration.ofSeconds(10));

    private long nanos = 1;

    /** What one replica does next, after so long. */
    record Step(int replica, boolean crashes, long millisLater) {}

    /** The common count as the database keeps it, in plain Java. */
    private final class Common {
        private final Quota quota;
        private long spent;
        private long ends;
        private int windows;
        private int asked;

        Common(Quota quota) {
            this.quota = quota;
        }

        Portion take() {
            asked++;
            if (windows == 0 || nanos >= ends) {
                spent = 0;
                ends = nanos + quota.window().toNanos();
                windows++;
            }
            var free = quota.requests() - spent;
            var given = Math.max(0, Math.min(quota.portion(), Math.min(Math.max(1, free / 4), free)));
            spent += given;
            return new Portion(quota, given, quota.requests() - spent, Duration.ofNanos(ends - nanos));
        }
    }

    @Property(tries = 2_000)
    void no_window_lets_more_pass_than_its_quota_whatever_replicas_do(
            @ForAll @IntRange(min = 1, max = 60) int requests, @ForAll("steps") List<Step> steps) {
        nanos = 1;
        var common = new Common(new Quota(requests, Duration.ofSeconds(10)));
        var shares = new ArrayList<>(List.of(share(), share(), share()));
        var passed = new long[steps.size() + 2];
        for (var step : steps) {
            nanos += Duration.ofMillis(step.millisLater()).toNanos();
            if (step.crashes()) shares.set(step.replica(), share());
            var verdict = shares.get(step.replica()).take(Limit.PERSON, common::take);
            if (verdict.passes()) passed[common.windows]++;
            assertThat(passed[common.windows]).isLessThanOrEqualTo(requests);
            assertThat(nanos).isLessThan(common.ends);
            assertThat(verdict.left()).isBetween(0L, (long) requests - 1);
        }
    }

    @Property(tries = 200)
    void a_single_replica_gives_exactly_the_quota_and_asks_seldom(
            @ForAll @IntRange(min = 1, max = 5_000) int requests) {
        nanos = 1;
        var common = new Common(new Quota(requests, Duration.ofSeconds(10)));
        var share = share();
        for (var left = requests - 1; left >= 0; left--)
            assertThat(share.take(Limit.PERSON, common::take).left()).isEqualTo(left);
        assertThat(share.take(Limit.PERSON, common::take).answer()).isEqualTo(Verdict.Answer.SPENT);
        assertThat(common.asked).isLessThanOrEqualTo(Math.min(requests, 40));
    }

    @Example
    void who_is_refused_asks_nobody_until_the_window_ends() {
        var common = new Common(QUOTA_OF_FOUR);
        var share = share();
        for (var i = 0; i < 4; i++) share.take(Limit.PERSON, common::take);
        var asked = common.asked;
        nanos += Duration.ofSeconds(9).toNanos();
        var refused = share.take(Limit.PERSON, common::take);
        assertThat(refused.answer()).isEqualTo(Verdict.Answer.SPENT);
        assertThat(refused.resetSeconds()).isEqualTo(1);
        assertThat(common.asked).isEqualTo(asked);
        nanos += Duration.ofSeconds(1).toNanos();
        assertThat(share.isOver()).isTrue();
        assertThat(share.take(Limit.PERSON, common::take).left()).isEqualTo(3);
    }

    @Example
    void a_portion_that_cannot_be_had_is_asked_for_again() {
        var share = share();
        assertThatThrownBy(() -> share.take(Limit.PERSON, () -> {
                    throw new Outage.Away(null);
                }))
                .isInstanceOf(Outage.Away.class);
        assertThat(share.isOver()).isTrue();
        assertThat(share.take(Limit.PERSON, new Common(QUOTA_OF_FOUR)::take).left())
                .isEqualTo(3);
    }

    @Example
    void seconds_until_the_end_are_never_too_few() {
        var verdict = new Verdict(Limit.PERSON, Verdict.Answer.SPENT, QUOTA_OF_FOUR, 0, Duration.ofMillis(1001));
        assertThat(verdict.resetSeconds()).isEqualTo(2);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 19).map(chance -> chance == 0),
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(9, Arbitraries.longs().between(0, 50)),
                                net.jqwik.api.Tuple.of(1, Arbitraries.longs().between(0, 12_000))))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(300);
    }

    private Share share() {
        return new Share(() -> nanos);
    }
}
