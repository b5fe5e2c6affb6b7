package org.barnstorm.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.barnstorm.history.Holds.Certain;
import org.junit.jupiter.api.Test;

class HoldsTest {
    private static final UUID TASK = UUID.randomUUID();
    private static final UUID ADA = UUID.randomUUID();
    private static final UUID HOLD = UUID.randomUUID();
    private static final TaskFacts ENDLESS = TaskFacts.of(1);
    private static final TaskFacts BRIEF = new TaskFacts(1, Duration.ofNanos(50), true);

    private final List<Operation> operations = new ArrayList<>();

    @Test
    void holds_that_follow_each_other_never_meet() {
        assertThat(Holds.mostAtOnce(List.of(of(0, 10), of(10, 20), of(25, 30)))).isEqualTo(1);
    }

    @Test
    void a_planted_overlap_is_found() {
        assertThat(Holds.mostAtOnce(List.of(of(0, 10), of(9, 20), of(5, 7), of(6, 12))))
                .isEqualTo(3);
    }

    @Test
    void a_hold_of_no_certain_length_counts_nothing() {
        assertThat(Holds.mostAtOnce(List.of(of(5, 5), of(9, 8)))).isZero();
    }

    @Test
    void a_hold_is_certain_from_its_answer_until_its_end_is_asked_for() {
        claimed(10, 20, null);
        on(Verb.RELEASE, 40, new Outcome.Ok(60, 200, Answer.EMPTY));
        assertThat(certain(ENDLESS)).extracting(Certain::from, Certain::until).containsExactly(tuple(20, 40));
    }

    @Test
    void an_end_that_may_have_happened_counts_and_one_that_was_refused_does_not() {
        claimed(10, 20, null);
        on(Verb.RELEASE, 30, new Outcome.Fail(35, 409, "busy"));
        on(Verb.RELEASE, 40, Outcome.UNKNOWN);
        assertThat(certain(ENDLESS)).extracting(Certain::from, Certain::until).containsExactly(tuple(20, 40));
    }

    @Test
    void an_end_of_whichever_hold_is_mine_counts_too() {
        claimed(10, 20, null);
        operations.add(operation(33, Ask.on(Verb.RELEASE, TASK, ADA, null, 1L), Outcome.UNKNOWN));
        assertThat(certain(ENDLESS)).extracting(Certain::from, Certain::until).containsExactly(tuple(20, 33));
    }

    @Test
    void a_hold_is_certain_for_no_longer_than_its_lease() {
        claimed(10, 20, null);
        assertThat(certain(BRIEF)).extracting(Certain::from, Certain::until).containsExactly(tuple(20, 60));
    }

    @Test
    void what_the_answer_says_of_the_lease_counts_more() {
        claimed(10, 20, new Lease(70, 80));
        assertThat(certain(BRIEF)).extracting(Certain::from, Certain::until).containsExactly(tuple(20, 70));
    }

    /** It may be the unanswered claim that got the place, so the lease may have begun with that. */
    @Test
    void a_claim_that_was_tried_before_may_have_begun_the_lease() {
        operations.add(operation(2, Ask.claim(TASK, ADA), Outcome.UNKNOWN));
        claimed(10, 20, null);
        assertThat(certain(BRIEF)).extracting(Certain::from, Certain::until).containsExactly(tuple(20, 52));
    }

    @Test
    void who_still_has_the_place_later_had_it_all_the_time() {
        claimed(10, 20, new Lease(30, 40));
        on(Verb.READ_HOLD, 90, new Outcome.Ok(95, 200, Answer.hold(HOLD, ADA, 1L, "HELD", null)));
        assertThat(certain(BRIEF)).extracting(Certain::from, Certain::until).containsExactly(tuple(20, 90));
    }

    @Test
    void an_extension_makes_it_longer_and_a_completion_ends_the_lease() {
        claimed(10, 20, new Lease(70, 80));
        on(Verb.EXTEND, 30, new Outcome.Ok(35, 200, Answer.hold(HOLD, ADA, 1L, "HELD", new Lease(120, 130))));
        assertThat(certain(BRIEF)).extracting(Certain::until).containsExactly(120L);
        on(Verb.COMPLETE, 50, new Outcome.Ok(55, 200, Answer.hold(HOLD, ADA, 1L, "DONE", null)));
        assertThat(certain(BRIEF)).extracting(Certain::until).containsExactly(Long.MAX_VALUE);
    }

    private List<Certain> certain(TaskFacts facts) {
        return Holds.certain(new History(operations), task -> facts);
    }

    private void claimed(long invoked, long at, Lease lease) {
        var answer = Answer.hold(HOLD, ADA, 1L, "HELD", lease);
        operations.add(operation(invoked, Ask.claim(TASK, ADA), new Outcome.Ok(at, 200, answer)));
    }

    private void on(Verb verb, long invoked, Outcome outcome) {
        operations.add(operation(invoked, Ask.on(verb, TASK, ADA, HOLD, 1L), outcome));
    }

    private Operation operation(long invoked, Ask ask, Outcome outcome) {
        return new Operation(operations.size(), "ada", ask, invoked, outcome);
    }

    private static Certain of(long from, long until) {
        return new Certain(UUID.randomUUID(), TASK, UUID.randomUUID(), from, until);
    }

    private static org.assertj.core.groups.Tuple tuple(long from, long until) {
        return org.assertj.core.api.Assertions.tuple(from, until);
    }
}
