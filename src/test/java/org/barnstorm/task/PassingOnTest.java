package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.Role;
import org.barnstorm.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules by which a hold goes to somebody else, and to whom a place can be offered. */
class PassingOnTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Instant LEASE_END = NOON.plus(Duration.ofHours(48));
    private static final Instant EVENING = NOON.plus(Duration.ofHours(6));
    private static final Lease.Terms TERMS =
            new Lease.Terms(Duration.ofMinutes(30), Duration.ofHours(12), Duration.ofHours(12));
    private static final Instant GRACE_END = LEASE_END.plus(TERMS.grace());
    private static final long FENCE = 3;
    private static final Outcome OUTCOME = new Outcome("doors-knocked", 42, null, null);

    private static final UUID ADA = UUID.randomUUID();
    private static final UUID BEN = UUID.randomUUID();
    private static final UUID EVE = UUID.randomUUID();
    private static final UUID ORGANISER = UUID.randomUUID();
    private static final Task TASK = TaskTest.taskThatIs(Task.Status.OPEN);

    private final Assignment hold =
            new Assignment(TASK, ADA, Source.CLAIM, null, FENCE, Lease.held(NOON, LEASE_END, TERMS), NOON);

    @Test
    void a_place_that_is_handed_over_stays_the_holders_until_it_is_taken() {
        handToBen();
        assertThat(hold.status()).isEqualTo(AssignmentStatus.HELD);
        assertThat(hold.isHandedTo(BEN, NOON)).isTrue();
        hold.complete(FENCE, OUTCOME, NOON);
        gone(BEN, NOON);
    }

    @Test
    void only_the_newest_hold_is_handed_over_and_only_while_it_is_held_and_runs() {
        var to = new Handover(BEN, EVENING);
        refused("lease-lost", () -> hold.handOver(FENCE - 1, to, NOON));
        refused("lease-lost", () -> hold.handOver(FENCE, to, GRACE_END));
        var offer = new Assignment(TASK, ADA, Source.OFFER, ORGANISER, FENCE, Lease.offered(LEASE_END), NOON);
        refused("assignment-state", () -> offer.handOver(FENCE, to, NOON));
        hold.release(FENCE, TASK, TERMS, NOON);
        refused("lease-lost", () -> hold.handOver(FENCE, to, NOON));
    }

    @Test
    void nobody_but_the_named_person_takes_it_over_and_not_too_late() {
        handToBen();
        gone(EVE, NOON);
        gone(ADA, NOON);
        hold.requireHandoverTo(BEN, EVENING.minusNanos(1));
        gone(BEN, EVENING);
    }

    @Test
    void naming_another_person_replaces_the_first() {
        handToBen();
        hold.handOver(FENCE, new Handover(EVE, EVENING), NOON);
        gone(BEN, NOON);
        hold.requireHandoverTo(EVE, NOON);
    }

    @Test
    void what_was_taken_back_or_turned_down_cannot_be_taken_over() {
        handToBen();
        refused("lease-lost", () -> hold.withdrawHandover(FENCE + 1));
        assertThat(hold.withdrawHandover(FENCE)).isTrue();
        assertThat(hold.withdrawHandover(FENCE)).isFalse();
        gone(BEN, NOON);
        handToBen();
        hold.declineHandover(BEN, NOON);
        gone(BEN, NOON);
        refused("handover-gone", () -> hold.declineHandover(BEN, NOON));
        assertThat(hold.status()).isEqualTo(AssignmentStatus.HELD);
    }

    @Test
    void a_hold_that_ran_out_is_not_taken_over_even_before_it_is_swept() {
        hold.handOver(FENCE, new Handover(BEN, GRACE_END.plus(Duration.ofHours(1))), NOON);
        hold.requireHandoverTo(BEN, GRACE_END.minusNanos(1));
        gone(BEN, GRACE_END);
    }

    @Test
    void what_moved_says_where_and_why() {
        var next = UUID.randomUUID();
        handToBen();
        hold.moveTo(next, "Ill.", NOON);
        assertThat(hold.movedTo()).isEqualTo(next);
        assertThat(hold.reason()).isEqualTo("Ill.");
        gone(BEN, NOON);
        refused("lease-lost", () -> hold.complete(FENCE, OUTCOME, NOON));
    }

    @Test
    void only_what_is_offered_or_held_and_runs_can_be_moved() {
        hold.requireMovable(GRACE_END.minusNanos(1));
        refused("lease-lost", () -> hold.requireMovable(GRACE_END));
        hold.complete(FENCE, OUTCOME, NOON);
        refused("assignment-state", () -> hold.requireMovable(NOON));
        hold.undo("Made up.", NOON);
        refused("lease-lost", () -> hold.requireMovable(NOON));
    }

    @Test
    void an_offer_waits_as_long_as_a_lease_of_the_task_if_the_work_has_no_time() {
        assertThat(Lease.offered(TASK, NOON).until()).isEqualTo(NOON.plus(TASK.leaseLength()));
    }

    static Stream<NewAssignment> whole() {
        var town = new GroupPath("uk.town");
        return Stream.of(
                new NewAssignment(ADA, null, null, null),
                new NewAssignment(null, List.of(ADA, BEN), null, null),
                new NewAssignment(null, null, Role.LEAD, town),
                new NewAssignment(null, null, null, town));
    }

    @ParameterizedTest
    @MethodSource
    void whole(NewAssignment wanted) {
        assertThat(wanted.requireWhole()).isSameAs(wanted);
    }

    static Stream<NewAssignment> to_nobody_or_to_too_many_kinds() {
        var town = new GroupPath("uk.town");
        return Stream.of(
                new NewAssignment(null, null, null, null),
                new NewAssignment(ADA, List.of(BEN), null, null),
                new NewAssignment(ADA, null, Role.LEAD, null),
                new NewAssignment(ADA, null, null, town),
                new NewAssignment(null, List.of(ADA), null, town),
                new NewAssignment(null, List.of(ADA, ADA), null, null),
                new NewAssignment(null, null, Role.LEAD, null));
    }

    @ParameterizedTest
    @MethodSource
    void to_nobody_or_to_too_many_kinds(NewAssignment wanted) {
        refused("invalid-input", wanted::requireWhole);
    }

    private void handToBen() {
        hold.handOver(FENCE, new Handover(BEN, EVENING), NOON);
    }

    private void gone(UUID person, Instant when) {
        assertThat(hold.isHandedTo(person, when)).isFalse();
        refused("handover-gone", () -> hold.requireHandoverTo(person, when));
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).satisfies(refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
