package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.task.Appointment.State.CANCELLED;
import static org.barnstorm.task.Appointment.State.CONFIRMED;
import static org.barnstorm.task.Appointment.State.TENTATIVE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of an entry in a calendar when something becomes of a task, or of a place in it. */
class AppointmentTest {
    private static final Instant START = Instant.parse("2030-01-01T12:00:00Z");
    private static final Instant BEFORE = START.minus(Duration.ofDays(3));
    private static final Instant AFTER = START.plus(Duration.ofMinutes(10));
    private static final Lease.Terms TERMS =
            new Lease.Terms(Duration.ofMinutes(30), Duration.ofHours(12), Duration.ofHours(12));
    private static final Outcome OUTCOME = new Outcome("doors-knocked", 42, null, null);
    private static final UUID ADA = UUID.randomUUID();
    private static final UUID ORGANISER = UUID.randomUUID();

    private final Task task = TaskTest.taskThatStarts(START);

    @Test
    void an_offer_is_tentative_until_it_is_answered() {
        var offer = offer(1);
        assertThat(state(offer)).isEqualTo(TENTATIVE);
        offer.accept(task, TERMS, BEFORE);
        assertThat(state(offer)).isEqualTo(CONFIRMED);
        var another = offer(2);
        another.decline("I work then.", BEFORE);
        assertThat(state(another)).isEqualTo(CANCELLED);
    }

    @Test
    void who_gave_the_place_back_in_time_will_not_be_there() {
        var hold = claim(1);
        assertThat(state(hold)).isEqualTo(CONFIRMED);
        hold.release(1, task, TERMS, BEFORE);
        assertThat(state(hold)).isEqualTo(CANCELLED);
    }

    @Test
    void whose_place_it_was_when_the_work_began_has_been_there() {
        var late = claim(1);
        late.release(1, task, TERMS, AFTER);
        assertThat(state(late)).isEqualTo(CONFIRMED);
        var missing = claim(2);
        missing.noShow(ORGANISER, task, AFTER);
        assertThat(state(missing)).isEqualTo(CANCELLED);
    }

    @Test
    void what_was_done_stays_whatever_others_think_of_it() {
        var done = claim(1);
        done.complete(1, OUTCOME, AFTER);
        assertThat(state(done)).isEqualTo(CONFIRMED);
        done.reject(ORGANISER, "Another street.", AFTER);
        assertThat(state(done)).isEqualTo(CONFIRMED);
    }

    @Test
    void a_task_that_was_called_off_is_cancelled_for_who_held_it() {
        var hold = claim(1);
        task.publish(BEFORE);
        task.cancel();
        hold.cancel(BEFORE);
        assertThat(state(hold)).isEqualTo(CANCELLED);
    }

    @Test
    void who_gave_a_place_back_and_takes_another_has_one_entry_that_counts_on() {
        var first = claim(1);
        var before = of(first);
        first.release(1, task, TERMS, BEFORE);
        var second = claim(2);
        var now = Appointment.of(task, List.of(first, second), BEFORE);
        assertThat(now.id()).isEqualTo(before.id());
        assertThat(now.state()).isEqualTo(CONFIRMED);
        assertThat(now.sequence()).isGreaterThan(before.sequence());
    }

    @Test
    void each_change_of_task_or_hold_counts() {
        var hold = claim(1);
        var before = of(hold).sequence();
        Fields.add(task, "version", 1);
        var edited = of(hold).sequence();
        Fields.add(hold, "version", 1);
        assertThat(edited).isEqualTo(before + 1);
        assertThat(of(hold).sequence()).isEqualTo(edited + 1);
    }

    @Test
    void ones_own_entry_is_another_than_that_of_others_and_of_the_group() {
        var own = of(claim(1)).id();
        var other = new Assignment(task, ORGANISER, Source.CLAIM, null, 2, lease(), BEFORE);
        assertThat(own).isNotEqualTo(of(other).id());
        assertThat(own)
                .isNotEqualTo(Appointment.forEverybody(task, BEFORE).id())
                .isNotEqualTo(task.id());
    }

    @Test
    void everybody_is_told_neither_where_nor_of_what_was_called_off_what_it_was() {
        task.publish(BEFORE);
        var open = Appointment.forEverybody(task, BEFORE);
        assertThat(open.title()).isEqualTo("Leaflets");
        assertThat(open.place()).isNull();
        assertThat(of(claim(1)).place()).isEqualTo(new Place("Level, by the cafe", null));
        task.cancel();
        var off = Appointment.forEverybody(task, BEFORE);
        assertThat(off.id()).isEqualTo(open.id());
        assertThat(off.state()).isEqualTo(CANCELLED);
        assertThat(off.title()).isNull();
    }

    private Assignment claim(long fence) {
        return new Assignment(task, ADA, Source.CLAIM, null, fence, lease(), BEFORE);
    }

    private Lease lease() {
        return Lease.held(BEFORE, task.leaseFrom(BEFORE), TERMS);
    }

    private Assignment offer(long fence) {
        var until = BEFORE.plus(Duration.ofDays(1));
        return new Assignment(task, ADA, Source.OFFER, ORGANISER, fence, Lease.offered(until), BEFORE);
    }

    private Appointment of(Assignment hold) {
        return Appointment.of(task, List.of(hold), BEFORE);
    }

    private Appointment.State state(Assignment hold) {
        return of(hold).state();
    }
}
