package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.barnstorm.task.WaiterStatus.ACCEPTED;
import static org.barnstorm.task.WaiterStatus.CANCELLED;
import static org.barnstorm.task.WaiterStatus.LEFT;
import static org.barnstorm.task.WaiterStatus.OFFERED;
import static org.barnstorm.task.WaiterStatus.PASSED;
import static org.barnstorm.task.WaiterStatus.WAITING;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WaiterTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Task TASK = TaskTest.taskThatIs(Task.Status.OPEN);
    private static final UUID ADA = UUID.randomUUID();
    private static final Assignment OFFER =
            new Assignment(TASK, ADA, Source.WAITLIST, null, 1, Lease.offered(NOON.plus(Duration.ofMinutes(30))), NOON);

    /** Everything that can happen to an entry. */
    enum Act {
        OFFER(waiter -> waiter.offered(WaiterTest.OFFER)),
        ACCEPT(waiter -> waiter.settle(AssignmentStatus.HELD, NOON)),
        DECLINE(waiter -> waiter.settle(AssignmentStatus.DECLINED, NOON)),
        LAPSE(waiter -> waiter.settle(AssignmentStatus.EXPIRED, NOON)),
        MOVE(waiter -> waiter.settle(AssignmentStatus.MOVED, NOON)),
        CANCEL_OFFER(waiter -> waiter.settle(AssignmentStatus.CANCELLED, NOON)),
        PASS(waiter -> waiter.pass(NOON)),
        LEAVE(waiter -> waiter.leave(NOON)),
        CANCEL(waiter -> waiter.cancel(NOON));

        final Consumer<Waiter> on;

        Act(Consumer<Waiter> on) {
            this.on = on;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OFFER, WAITING, OFFERED",
        "PASS, WAITING, PASSED",
        "LEAVE, WAITING, LEFT",
        "CANCEL, WAITING, CANCELLED",
        "ACCEPT, OFFERED, ACCEPTED",
        "DECLINE, OFFERED, PASSED",
        "LAPSE, OFFERED, PASSED",
        "MOVE, OFFERED, PASSED",
        "CANCEL_OFFER, OFFERED, CANCELLED",
        "CANCEL, OFFERED, CANCELLED"
    })
    void what_happens_to_an_entry(Act act, WaiterStatus from, WaiterStatus to) {
        var waiter = thatIs(from);
        act.on.accept(waiter);
        assertThat(waiter.status()).isEqualTo(to);
        assertThat(waiter.endedAt()).isEqualTo(to.isLive() ? null : NOON);
    }

    @ParameterizedTest
    @EnumSource
    void an_entry_that_has_ended_stays_as_it_is(Act act) {
        for (var end : new WaiterStatus[] {ACCEPTED, PASSED, LEFT, CANCELLED}) {
            var waiter = thatIs(end);
            assertThatIllegalStateException().isThrownBy(() -> act.on.accept(waiter));
            assertThat(waiter.status()).isEqualTo(end);
        }
    }

    @Test
    void nobody_is_offered_a_place_twice_for_one_entry() {
        assertThatIllegalStateException().isThrownBy(() -> Act.OFFER.on.accept(thatIs(OFFERED)));
    }

    @Test
    void who_has_an_offer_does_not_simply_leave() {
        assertThatIllegalStateException().isThrownBy(() -> Act.LEAVE.on.accept(thatIs(OFFERED)));
    }

    @ParameterizedTest
    @EnumSource(names = {"OFFERED", "DONE", "VERIFIED", "RELEASED", "REJECTED", "ATTEMPTED", "NO_SHOW", "UNDONE"})
    void an_open_offer_or_a_hold_settles_nothing(AssignmentStatus hold) {
        assertThatIllegalStateException().isThrownBy(() -> thatIs(OFFERED).settle(hold, NOON));
    }

    private static Waiter thatIs(WaiterStatus status) {
        var waiter = new Waiter(TASK, ADA, NOON);
        assertThat(waiter.status()).isEqualTo(WAITING);
        switch (status) {
            case WAITING -> {}
            case OFFERED -> Act.OFFER.on.accept(waiter);
            case ACCEPTED -> {
                Act.OFFER.on.accept(waiter);
                Act.ACCEPT.on.accept(waiter);
            }
            case PASSED -> Act.PASS.on.accept(waiter);
            case LEFT -> Act.LEAVE.on.accept(waiter);
            case CANCELLED -> Act.CANCEL.on.accept(waiter);
        }
        return waiter;
    }
}
