package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.junit.jupiter.api.Test;

class DeedsTest {
    private static final Instant NINE = Instant.parse("2030-01-01T09:00:00Z");
    private static final Instant TEN = NINE.plusSeconds(3600);
    private static final Instant NOON = NINE.plusSeconds(3 * 3600);
    private static final Lease.Terms TERMS =
            new Lease.Terms(Duration.ofMinutes(30), Duration.ofHours(12), Duration.ofHours(12));
    private static final GroupPath BRANCH = new GroupPath("uk");
    private static final Outcome OUTCOME = new Outcome("doors-knocked", 42, null, null);
    private static final Task TASK = TaskTest.taskThatIs(Task.Status.OPEN);

    private static final UUID ADA = UUID.randomUUID();
    private static final UUID BEN = UUID.randomUUID();
    private static final UUID CAT = UUID.randomUUID();

    @Test
    void a_place_taken_since_is_a_hold() {
        var hold = held(ADA, TEN);
        assertThat(Deed.of(ADA, hold, NINE)).contains(Deed.HOLD);
        assertThat(Deed.of(ADA, hold, TEN)).contains(Deed.HOLD);
        assertThat(Deed.of(ADA, hold, TEN.plusNanos(1000))).isEmpty();
        assertThat(Deed.of(BEN, hold, NINE)).isEmpty();
    }

    @Test
    void an_offer_is_nothing_that_the_person_did() {
        var offer = new Assignment(TASK, ADA, Source.OFFER, BEN, 1, Lease.offered(NOON), TEN);
        assertThat(Deed.of(ADA, offer, NINE)).isEmpty();
    }

    @Test
    void what_was_done_since_is_a_result_whoever_verified_it() {
        var done = done(ADA, NINE, TEN);
        assertThat(Deed.of(ADA, done, TEN)).contains(Deed.RESULT);
        done.verify(BEN, NOON);
        assertThat(Deed.of(ADA, done, TEN)).contains(Deed.RESULT);
        assertThat(Deed.of(ADA, done, NOON)).isEmpty();
    }

    @Test
    void what_was_taken_before_and_done_since_is_a_result() {
        assertThat(Deed.of(ADA, done(ADA, NINE, NOON), TEN)).contains(Deed.RESULT);
    }

    @Test
    void what_somebody_verified_since_is_their_verdict() {
        var done = done(ADA, NINE, TEN);
        assertThat(Deed.of(BEN, done, NINE)).isEmpty();
        done.verify(BEN, NOON);
        assertThat(Deed.of(BEN, done, NOON)).contains(Deed.VERDICT);
        assertThat(Deed.of(BEN, done, NOON.plusNanos(1000))).isEmpty();
        assertThat(Deed.of(CAT, done, NINE)).isEmpty();
    }

    @Test
    void what_nobody_had_to_verify_is_nobodys_verdict() {
        var done = done(ADA, NINE, TEN);
        done.pass();
        assertThat(Deed.of(BEN, done, NINE)).isEmpty();
        assertThat(Deed.of(ADA, done, NINE)).contains(Deed.RESULT);
    }

    @Test
    void what_has_ended_is_over() {
        var rejected = done(ADA, NINE, TEN);
        rejected.reject(BEN, "Another street.", NOON);
        var undone = done(ADA, NINE, TEN);
        undone.undo("Made up.", NOON);
        var given = held(ADA, TEN);
        given.release(1, TASK, TERMS, NOON);
        var attempted = held(ADA, TEN);
        attempted.attempt(1, OUTCOME, NOON);
        for (var hold : List.of(rejected, undone, given, attempted)) {
            assertThat(Deed.of(ADA, hold, NINE)).isEmpty();
            assertThat(Deed.of(BEN, hold, NINE)).isEmpty();
        }
    }

    @Test
    void deeds_are_listed_by_their_time_and_counted_by_kind() {
        var later = held(ADA, NOON);
        var verified = done(BEN, NINE, NINE);
        verified.verify(ADA, TEN);
        var first = done(ADA, NINE, NINE);
        var deeds = among(List.of(later, verified, first, held(BEN, TEN)), 7);
        assertThat(deeds.items()).extracting(Deeds.Item::deed).containsExactly(Deed.RESULT, Deed.VERDICT, Deed.HOLD);
        assertThat(deeds.count(Deed.HOLD)).isEqualTo(1);
        assertThat(deeds.left()).isEqualTo(4);
    }

    @Test
    void the_fingerprint_is_that_of_the_deeds_in_whatever_order_they_are_found() {
        var holds = new ArrayList<>(List.of(held(ADA, TEN), done(ADA, NINE, NOON), held(ADA, NINE)));
        var print = among(holds, 3).fingerprint();
        Collections.reverse(holds);
        assertThat(among(holds, 3).fingerprint()).isEqualTo(print).hasSizeLessThan(100);
    }

    @Test
    void the_fingerprint_is_another_when_anything_else_would_be_undone() {
        var hold = held(ADA, TEN);
        var other = held(ADA, TEN);
        var print = among(List.of(hold), 1).fingerprint();
        assertThat(among(List.of(hold, other), 2).fingerprint()).isNotEqualTo(print);
        assertThat(among(List.of(other), 1).fingerprint()).isNotEqualTo(print);
        assertThat(among(List.of(), 0).fingerprint()).isNotEqualTo(print);
        assertThat(Deeds.among(looks(List.of(hold)), BRANCH, ADA, TEN, 1).fingerprint())
                .isNotEqualTo(print);
        assertThat(Deeds.among(looks(List.of(hold)), new GroupPath("uk.wales"), ADA, NINE, 1)
                        .fingerprint())
                .isNotEqualTo(print);
        hold.complete(1, OUTCOME, NOON);
        assertThat(among(List.of(hold), 1).fingerprint()).isNotEqualTo(print);
    }

    private static Deeds among(List<Assignment> holds, long total) {
        return Deeds.among(looks(holds), BRANCH, ADA, NINE, total);
    }

    private static List<HoldRepository.Look> looks(List<Assignment> holds) {
        return holds.stream().map(hold -> new HoldRepository.Look(TASK, hold)).toList();
    }

    private static Assignment held(UUID memberId, Instant at) {
        return new Assignment(
                TASK, memberId, Source.CLAIM, null, 1, Lease.held(at, NOON.plusSeconds(86400), TERMS), at);
    }

    private static Assignment done(UUID memberId, Instant taken, Instant done) {
        var hold = held(memberId, taken);
        hold.complete(1, OUTCOME, done);
        return hold;
    }
}
