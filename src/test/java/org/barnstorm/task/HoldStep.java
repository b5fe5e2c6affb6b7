package org.barnstorm.task;

import static org.barnstorm.task.HoldVerb.ACCEPT;
import static org.barnstorm.task.HoldVerb.COMPLETE;
import static org.barnstorm.task.HoldVerb.EXTEND;
import static org.barnstorm.task.HoldVerb.HAND_OVER;
import static org.barnstorm.task.HoldVerb.PASS;
import static org.barnstorm.task.HoldVerb.SAY_NO;
import static org.barnstorm.task.HoldVerb.UNVERIFY;
import static org.barnstorm.task.HoldVerb.VERIFY;
import static org.barnstorm.task.HoldVerb.WARN;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.barnstorm.task.HoldVerb.Person;

/**
 * One thing that is asked of a hold.
 *
 * @param back of which: 0 is the latest
 * @param off how far the fence that is sent is from the right one
 * @param number stands for whatever else is sent
 */
record HoldStep(HoldVerb verb, int back, long off, Person by, boolean byRight, int number) {
    /** What leads somewhere is asked more often than what ends a hold, or few would live to see trouble. */
    static Arbitrary<HoldStep> any() {
        var lively = Arbitraries.of(ACCEPT, COMPLETE, VERIFY, PASS, UNVERIFY, EXTEND, WARN, HAND_OVER, SAY_NO);
        var back = Arbitraries.frequency(Tuple.of(8, 0), Tuple.of(2, 1), Tuple.of(1, 2));
        var off =
                Arbitraries.frequency(Tuple.of(9, 0L), Tuple.of(1, -1L), Tuple.of(1, 1L), Tuple.of(1, Long.MAX_VALUE));
        return Combinators.combine(
                        Arbitraries.oneOf(lively, lively, Arbitraries.of(HoldVerb.class)),
                        back,
                        off,
                        Arbitraries.of(Person.class),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 7))
                .as(HoldStep::new);
    }

    long fence(Assignment hold) {
        return hold.fence() + off;
    }

    Outcome outcome() {
        return new Outcome("doors-knocked", number, words(), "https://photos.example.org/" + number);
    }

    String words() {
        return "Because of " + number;
    }

    int[] ticks() {
        return number < 4 ? new int[] {} : new int[] {0, number - 4};
    }

    Handover handover(HoldMachine at) {
        return new Handover(by.id(), at.now().plus(Duration.ofHours(number * 6)));
    }
}
