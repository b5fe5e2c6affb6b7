package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.task.Assignment.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AssignmentTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Instant LEASE_END = NOON.plus(Duration.ofHours(48));
    private static final long FENCE = 3;
    private static final Outcome OUTCOME = new Outcome("doors-knocked", 42, "Elm Grove is done.");

    private static final UUID ADA = UUID.randomUUID();
    private static final UUID ORGANISER = UUID.randomUUID();
    private static final UUID VERIFIER = UUID.randomUUID();
    private static final Task TASK = TaskTest.taskThatIs(Task.Status.OPEN);

    /** Everything that can be asked of a hold, with the status it leads to and the one status it is allowed in. */
    enum Act {
        ACCEPT(Status.HELD, (hold, now) -> hold.accept(TASK, now), Status.OFFERED),
        DECLINE(Status.DECLINED, (hold, now) -> hold.decline("I work on Saturdays.", now), Status.OFFERED),
        RELEASE(Status.RELEASED, (hold, now) -> hold.release(FENCE, now), Status.HELD),
        COMPLETE(Status.DONE, (hold, now) -> hold.complete(FENCE, OUTCOME, now), Status.HELD),
        VERIFY(Status.VERIFIED, (hold, now) -> hold.verify(VERIFIER), Status.DONE),
        REJECT(Status.REJECTED, (hold, now) -> hold.reject(VERIFIER, "Another street.", now), Status.DONE),
        EXPIRE(Status.EXPIRED, (hold, now) -> hold.expire(LEASE_END), Status.OFFERED, Status.HELD),
        CANCEL(Status.CANCELLED, (hold, now) -> hold.cancel(now), Status.OFFERED, Status.HELD);

        private interface On {
            void accept(Assignment hold, Instant now);
        }

        final Status leadsTo;
        final On on;
        final Status[] allowedIn;

        Act(Status leadsTo, On on, Status... allowedIn) {
            this.leadsTo = leadsTo;
            this.on = on;
            this.allowedIn = allowedIn;
        }
    }

    static Stream<Arguments> every_act_in_every_status() {
        return Arrays.stream(Status.values())
                .flatMap(status -> Arrays.stream(Act.values()).map(act -> Arguments.of(status, act)));
    }

    @ParameterizedTest
    @MethodSource
    void every_act_in_every_status(Status from, Act act) {
        var hold = holdThatIs(from);
        if (Arrays.asList(act.allowedIn).contains(from)) {
            act.on.accept(hold, NOON);
            assertThat(hold.status()).isEqualTo(act.leadsTo);
            assertThat(from.mayBecome(act.leadsTo)).isTrue();
            return;
        }
        refused(from.holdsPlace() ? "assignment-state" : "lease-lost", () -> act.on.accept(hold, NOON));
        assertThat(hold.status()).isEqualTo(from);
    }

    static Stream<Arguments> the_table_has_the_edges_of_the_acts_and_no_more() {
        return Arrays.stream(Status.values())
                .flatMap(from -> Arrays.stream(Status.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource
    void the_table_has_the_edges_of_the_acts_and_no_more(Status from, Status to) {
        var byAnAct = Arrays.stream(Act.values())
                .anyMatch(
                        act -> act.leadsTo == to && Arrays.asList(act.allowedIn).contains(from));
        assertThat(from.mayBecome(to)).isEqualTo(byAnAct);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void a_hold_has_an_end_exactly_when_its_place_is_free_again(Status status) {
        assertThat(holdThatIs(status).endedAt() == null).isEqualTo(status.holdsPlace());
    }

    @Test
    void a_claim_is_held_at_once_and_an_offer_waits_for_an_answer() {
        assertThat(holdThatIs(Status.HELD).assignedBy()).isNull();
        assertThat(holdThatIs(Status.OFFERED).assignedBy()).isEqualTo(ORGANISER);
    }

    @Test
    void accepting_starts_the_lease_again() {
        var hold = holdThatIs(Status.OFFERED);
        var later = NOON.plus(Duration.ofHours(10));
        hold.accept(TASK, later);
        assertThat(hold.leaseUntil()).isEqualTo(later.plus(Duration.ofHours(48)));
    }

    @Test
    void I_07_whoever_sends_another_fence_completes_and_releases_nothing() {
        for (var fence : new long[] {FENCE - 1, FENCE + 1, 0, -1, Long.MAX_VALUE}) {
            var hold = holdThatIs(Status.HELD);
            refused("lease-lost", () -> hold.complete(fence, OUTCOME, NOON));
            refused("lease-lost", () -> hold.release(fence, NOON));
            assertThat(hold.status()).isEqualTo(Status.HELD);
        }
    }

    @Test
    void I_07_a_hold_past_its_lease_completes_nothing_even_before_it_is_swept() {
        var hold = holdThatIs(Status.HELD);
        hold.complete(FENCE, OUTCOME, LEASE_END.minusNanos(1));
        var late = holdThatIs(Status.HELD);
        refused("lease-lost", () -> late.complete(FENCE, OUTCOME, LEASE_END));
        assertThat(late.outcome()).isNull();
    }

    @Test
    void an_offer_past_its_lease_cannot_be_accepted_but_can_be_declined() {
        refused("lease-lost", () -> holdThatIs(Status.OFFERED).accept(TASK, LEASE_END));
        holdThatIs(Status.OFFERED).decline(null, LEASE_END);
    }

    @Test
    void a_place_can_be_given_back_after_its_lease() {
        holdThatIs(Status.HELD).release(FENCE, LEASE_END.plusSeconds(1));
    }

    @Test
    void a_lease_that_still_runs_does_not_expire() {
        assertThatIllegalStateException()
                .isThrownBy(() -> holdThatIs(Status.HELD).expire(LEASE_END.minusNanos(1)));
    }

    @Test
    void nobody_verifies_or_rejects_what_they_did_themselves() {
        var hold = holdThatIs(Status.DONE);
        refused("self-verification", () -> hold.verify(ADA));
        refused("self-verification", () -> hold.reject(ADA, "Not good enough.", NOON));
        assertThat(hold.status()).isEqualTo(Status.DONE);
        assertThat(hold.verifiedBy()).isNull();
    }

    @Test
    void a_result_is_kept_with_who_judged_it() {
        var hold = holdThatIs(Status.VERIFIED);
        assertThat(hold.outcome()).isEqualTo(OUTCOME);
        assertThat(hold.verifiedBy()).isEqualTo(VERIFIER);
        assertThat(hold.completedAt()).isEqualTo(NOON);
        assertThat(holdThatIs(Status.REJECTED).reason()).isEqualTo("Another street.");
    }

    @Test
    void a_refusal_says_what_the_hold_is_now_and_since_when() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> holdThatIs(Status.RELEASED).complete(FENCE, OUTCOME, NOON))
                .withMessageContaining("RELEASED")
                .withMessageContaining(NOON.toString())
                .satisfies(refusal -> assertThat(refusal.more()).containsEntry("state", "RELEASED"));
    }

    private static Assignment holdThatIs(Status status) {
        var offered = status == Status.OFFERED || status == Status.DECLINED;
        var hold = new Assignment(UUID.randomUUID(), TASK, ADA, offered ? ORGANISER : null, FENCE, NOON);
        for (var act : wayTo(status)) act.on.accept(hold, NOON);
        assertThat(hold.status()).isEqualTo(status);
        return hold;
    }

    private static Act[] wayTo(Status status) {
        return switch (status) {
            case OFFERED, HELD -> new Act[] {};
            case DONE -> new Act[] {Act.COMPLETE};
            case VERIFIED -> new Act[] {Act.COMPLETE, Act.VERIFY};
            case REJECTED -> new Act[] {Act.COMPLETE, Act.REJECT};
            case DECLINED -> new Act[] {Act.DECLINE};
            case RELEASED -> new Act[] {Act.RELEASE};
            case EXPIRED -> new Act[] {Act.EXPIRE};
            case CANCELLED -> new Act[] {Act.CANCEL};
        };
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).satisfies(refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
