package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.barnstorm.task.AssignmentStatus.ATTEMPTED;
import static org.barnstorm.task.AssignmentStatus.CANCELLED;
import static org.barnstorm.task.AssignmentStatus.DECLINED;
import static org.barnstorm.task.AssignmentStatus.DONE;
import static org.barnstorm.task.AssignmentStatus.EXPIRED;
import static org.barnstorm.task.AssignmentStatus.HELD;
import static org.barnstorm.task.AssignmentStatus.MOVED;
import static org.barnstorm.task.AssignmentStatus.OFFERED;
import static org.barnstorm.task.AssignmentStatus.REJECTED;
import static org.barnstorm.task.AssignmentStatus.RELEASED;
import static org.barnstorm.task.AssignmentStatus.UNDONE;
import static org.barnstorm.task.AssignmentStatus.VERIFIED;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.barnstorm.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AssignmentTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Instant LEASE_END = NOON.plus(Duration.ofHours(48));
    private static final Lease.Terms TERMS =
            new Lease.Terms(Duration.ofMinutes(30), Duration.ofHours(12), Duration.ofHours(12));
    private static final Instant GRACE_END = LEASE_END.plus(TERMS.grace());
    private static final long FENCE = 3;
    private static final Outcome OUTCOME = new Outcome("doors-knocked", 42, "Elm Grove is done.", null);

    private static final UUID ADA = UUID.randomUUID();
    private static final UUID ORGANISER = UUID.randomUUID();
    private static final UUID VERIFIER = UUID.randomUUID();
    private static final Task TASK = TaskTest.taskThatIs(Task.Status.OPEN);
    private static final Task SCHEDULED = TaskTest.taskThatStarts(NOON);

    /** Everything that can be asked of a hold, with the status it leads to and the one status it is allowed in. */
    enum Act {
        ACCEPT(HELD, (hold, now) -> hold.accept(TASK, TERMS, now), OFFERED),
        DECLINE(DECLINED, (hold, now) -> hold.decline("I work on Saturdays.", now), OFFERED),
        RELEASE(RELEASED, (hold, now) -> hold.release(FENCE, TASK, TERMS, now), HELD),
        COMPLETE(DONE, (hold, now) -> hold.complete(FENCE, OUTCOME, now), HELD),
        ATTEMPT(ATTEMPTED, (hold, now) -> hold.attempt(FENCE, OUTCOME, now), HELD),
        VERIFY(VERIFIED, (hold, now) -> hold.verify(VERIFIER, now), DONE),
        PASS(VERIFIED, (hold, now) -> hold.pass(), DONE),
        UNVERIFY(DONE, (hold, now) -> hold.unverify(), VERIFIED),
        REJECT(REJECTED, (hold, now) -> hold.reject(VERIFIER, "Another street.", now), DONE),
        UNDO(UNDONE, (hold, now) -> hold.undo("Made up.", now), DONE, VERIFIED),
        MOVE(MOVED, (hold, now) -> hold.moveTo(UUID.randomUUID(), "Ill.", now), OFFERED, HELD),
        NO_SHOW(AssignmentStatus.NO_SHOW, (hold, now) -> hold.noShow(VERIFIER, SCHEDULED, now), HELD),
        EXPIRE(EXPIRED, (hold, now) -> hold.expire(GRACE_END), OFFERED, HELD),
        CANCEL(CANCELLED, (hold, now) -> hold.cancel(now), OFFERED, HELD);

        private interface On {
            void accept(Assignment hold, Instant now);
        }

        final AssignmentStatus leadsTo;
        final On on;
        final AssignmentStatus[] allowedIn;

        Act(AssignmentStatus leadsTo, On on, AssignmentStatus... allowedIn) {
            this.leadsTo = leadsTo;
            this.on = on;
            this.allowedIn = allowedIn;
        }
    }

    static Stream<Arguments> every_act_in_every_status() {
        return Arrays.stream(AssignmentStatus.values())
                .flatMap(status -> Arrays.stream(Act.values()).map(act -> Arguments.of(status, act)));
    }

    @ParameterizedTest
    @MethodSource
    void every_act_in_every_status(AssignmentStatus from, Act act) {
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
        return Arrays.stream(AssignmentStatus.values())
                .flatMap(from -> Arrays.stream(AssignmentStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource
    void the_table_has_the_edges_of_the_acts_and_no_more(AssignmentStatus from, AssignmentStatus to) {
        var byAnAct = Arrays.stream(Act.values())
                .anyMatch(
                        act -> act.leadsTo == to && Arrays.asList(act.allowedIn).contains(from));
        assertThat(from.mayBecome(to)).isEqualTo(byAnAct);
    }

    @ParameterizedTest
    @EnumSource(AssignmentStatus.class)
    void a_hold_has_an_end_exactly_when_its_place_is_free_again(AssignmentStatus status) {
        assertThat(holdThatIs(status).endedAt() == null).isEqualTo(status.holdsPlace());
    }

    @Test
    void a_claim_is_held_at_once_and_an_offer_waits_for_an_answer() {
        assertThat(holdThatIs(HELD).assignedBy()).isNull();
        assertThat(holdThatIs(OFFERED).assignedBy()).isEqualTo(ORGANISER);
    }

    @Test
    void accepting_starts_the_lease_again() {
        var hold = holdThatIs(OFFERED);
        var later = NOON.plus(Duration.ofHours(10));
        hold.accept(TASK, TERMS, later);
        assertThat(hold.lease().until()).isEqualTo(later.plus(Duration.ofHours(48)));
    }

    @Test
    void I_07_whoever_sends_another_fence_completes_and_releases_nothing() {
        for (var fence : new long[] {FENCE - 1, FENCE + 1, 0, -1, Long.MAX_VALUE}) {
            var hold = holdThatIs(HELD);
            refused("lease-lost", () -> hold.complete(fence, OUTCOME, NOON));
            refused("lease-lost", () -> hold.release(fence, TASK, TERMS, NOON));
            assertThat(hold.status()).isEqualTo(HELD);
        }
    }

    @Test
    void I_07_a_hold_past_its_lease_and_grace_completes_nothing_even_before_it_is_swept() {
        var hold = holdThatIs(HELD);
        hold.complete(FENCE, OUTCOME, GRACE_END.minusNanos(1));
        var late = holdThatIs(HELD);
        refused("lease-lost", () -> late.complete(FENCE, OUTCOME, GRACE_END));
        assertThat(late.outcome()).isNull();
    }

    @Test
    void an_offer_past_its_lease_cannot_be_accepted_but_can_be_declined() {
        refused("lease-lost", () -> holdThatIs(OFFERED).accept(TASK, TERMS, GRACE_END));
        holdThatIs(OFFERED).decline(null, GRACE_END);
    }

    @Test
    void a_place_can_be_given_back_after_its_lease() {
        holdThatIs(HELD).release(FENCE, TASK, TERMS, GRACE_END.plusSeconds(1));
    }

    @Test
    void a_hold_is_extended_once_by_right_and_then_by_organisers() {
        var hold = holdThatIs(HELD);
        hold.extend(FENCE, true, TASK, TERMS, NOON);
        assertThat(hold.lease().until()).isEqualTo(LEASE_END.plus(Duration.ofHours(48)));
        refused("extension-used", () -> hold.extend(FENCE, true, TASK, TERMS, NOON));
        hold.extend(FENCE, false, TASK, TERMS, NOON);
        assertThat(hold.lease().extensions()).isEqualTo(2);
        assertThat(hold.lease().expiresAt())
                .isEqualTo(LEASE_END.plus(Duration.ofHours(96)).plus(TERMS.grace()));
    }

    @Test
    void only_what_is_held_and_runs_can_be_extended() {
        refused("lease-lost", () -> holdThatIs(HELD).extend(FENCE, true, TASK, TERMS, GRACE_END));
        refused("lease-lost", () -> holdThatIs(HELD).extend(FENCE - 1, true, TASK, TERMS, NOON));
        refused("assignment-state", () -> holdThatIs(DONE).extend(FENCE, true, TASK, TERMS, NOON));
    }

    @Test
    void a_holder_is_warned_once_for_each_end_of_the_lease() {
        var hold = holdThatIs(HELD);
        assertThat(hold.isToBeWarned(LEASE_END.minus(TERMS.warnBefore()).minusNanos(1)))
                .isFalse();
        assertThat(hold.isToBeWarned(LEASE_END.minus(TERMS.warnBefore()))).isTrue();
        hold.warned();
        assertThat(hold.isToBeWarned(LEASE_END)).isFalse();
        hold.extend(FENCE, true, TASK, TERMS, LEASE_END);
        assertThat(hold.isToBeWarned(LEASE_END)).isFalse();
        assertThat(hold.isToBeWarned(hold.lease().until())).isTrue();
    }

    @Test
    void a_short_lease_warns_in_its_last_quarter() {
        var lease = Lease.held(NOON, NOON.plus(Duration.ofHours(4)), TERMS);
        assertThat(lease.warnAt()).isEqualTo(NOON.plus(Duration.ofHours(3)));
    }

    @Test
    void a_lease_that_still_runs_does_not_expire() {
        assertThatIllegalStateException().isThrownBy(() -> holdThatIs(HELD).expire(GRACE_END.minusNanos(1)));
    }

    @Test
    void nobody_verifies_or_rejects_what_they_did_themselves() {
        var hold = holdThatIs(DONE);
        refused("self-verification", () -> hold.verify(ADA, NOON));
        refused("self-verification", () -> hold.reject(ADA, "Not good enough.", NOON));
        assertThat(hold.status()).isEqualTo(DONE);
        assertThat(hold.verifiedBy()).isNull();
    }

    @Test
    void steps_are_ticked_while_the_place_is_held() {
        var hold = holdThatIs(HELD);
        assertThat(hold.tick(FENCE, new int[] {0, 2}, NOON)).isTrue();
        assertThat(hold.tick(FENCE, new int[] {0, 2}, NOON)).isFalse();
        assertThat(hold.stepsDone(3)).containsExactly(0, 2);
        assertThat(hold.tick(FENCE, new int[] {}, NOON)).isTrue();
        assertThat(hold.stepsDone(3)).isEmpty();
    }

    @Test
    void ticks_of_steps_that_are_no_more_are_not_shown() {
        var hold = holdThatIs(HELD);
        hold.tick(FENCE, new int[] {0, 2}, NOON);
        assertThat(hold.stepsDone(2)).containsExactly(0);
    }

    @ParameterizedTest
    @EnumSource(value = AssignmentStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "HELD")
    void steps_are_ticked_in_no_other_status(AssignmentStatus status) {
        var hold = holdThatIs(status);
        refused(status.holdsPlace() ? "assignment-state" : "lease-lost", () -> hold.tick(FENCE, new int[] {0}, NOON));
        assertThat(hold.stepsDone(1)).isEmpty();
    }

    @Test
    void I_07_a_hold_past_its_lease_and_grace_or_with_another_fence_ticks_nothing() {
        refused("lease-lost", () -> holdThatIs(HELD).tick(FENCE, new int[] {0}, GRACE_END));
        refused("lease-lost", () -> holdThatIs(HELD).tick(FENCE - 1, new int[] {0}, NOON));
    }

    @Test
    void who_did_not_come_is_reported_by_somebody_else_once_it_has_started() {
        refused("self-verification", () -> holdThatIs(HELD).noShow(ADA, SCHEDULED, NOON));
        refused("not-started", () -> holdThatIs(HELD).noShow(VERIFIER, SCHEDULED, NOON.minusNanos(1)));
        refused("not-scheduled", () -> holdThatIs(HELD).noShow(VERIFIER, TASK, NOON));
        holdThatIs(HELD).noShow(VERIFIER, SCHEDULED, NOON);
    }

    @Test
    void a_verdict_has_its_time_and_taking_it_back_leaves_none() {
        var hold = holdThatIs(VERIFIED);
        assertThat(hold.verifiedAt()).isEqualTo(NOON);
        hold.unverify();
        assertThat(hold.verifiedAt()).isNull();
        assertThat(hold.verifiedBy()).isNull();
        hold.pass();
        assertThat(hold.verifiedBy()).isNull();
    }

    @Test
    void what_was_tried_keeps_its_result() {
        var hold = holdThatIs(ATTEMPTED);
        assertThat(hold.outcome()).isEqualTo(OUTCOME);
        assertThat(hold.endedAt()).isEqualTo(NOON);
    }

    @Test
    void a_result_is_kept_with_who_judged_it() {
        var hold = holdThatIs(VERIFIED);
        assertThat(hold.outcome()).isEqualTo(OUTCOME);
        assertThat(hold.verifiedBy()).isEqualTo(VERIFIER);
        assertThat(hold.completedAt()).isEqualTo(NOON);
        assertThat(holdThatIs(REJECTED).reason()).isEqualTo("Another street.");
    }

    @Test
    void a_refusal_says_what_the_hold_is_now_and_since_when() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> holdThatIs(RELEASED).complete(FENCE, OUTCOME, NOON))
                .withMessageContaining("RELEASED")
                .withMessageContaining(NOON.toString())
                .satisfies(refusal -> assertThat(refusal.more()).containsEntry("state", "RELEASED"));
    }

    private static Assignment holdThatIs(AssignmentStatus status) {
        var offered = status == OFFERED || status == DECLINED;
        var hold = offered
                ? new Assignment(TASK, ADA, Source.OFFER, ORGANISER, FENCE, Lease.offered(GRACE_END), NOON)
                : new Assignment(TASK, ADA, Source.CLAIM, null, FENCE, Lease.held(NOON, LEASE_END, TERMS), NOON);
        for (var act : wayTo(status)) act.on.accept(hold, NOON);
        assertThat(hold.status()).isEqualTo(status);
        return hold;
    }

    private static Act[] wayTo(AssignmentStatus status) {
        return switch (status) {
            case OFFERED, HELD -> new Act[] {};
            case DONE -> new Act[] {Act.COMPLETE};
            case VERIFIED -> new Act[] {Act.COMPLETE, Act.VERIFY};
            case REJECTED -> new Act[] {Act.COMPLETE, Act.REJECT};
            case DECLINED -> new Act[] {Act.DECLINE};
            case RELEASED -> new Act[] {Act.RELEASE};
            case EXPIRED -> new Act[] {Act.EXPIRE};
            case CANCELLED -> new Act[] {Act.CANCEL};
            case MOVED -> new Act[] {Act.MOVE};
            case ATTEMPTED -> new Act[] {Act.ATTEMPT};
            case NO_SHOW -> new Act[] {Act.NO_SHOW};
            case UNDONE -> new Act[] {Act.COMPLETE, Act.UNDO};
        };
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).satisfies(refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
