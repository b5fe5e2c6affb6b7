package org.barnstorm.task;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import org.barnstorm.task.HoldMachine.Moment;
import org.barnstorm.task.HoldVerb.Person;
import org.barnstorm.task.Lease.Terms;

/**
 * Whatever is asked of holds, by whom, when and in which order: each does what the docs say, or refuses with the code they
 * say and stays exactly as it was.
 */
class AssignmentMachineTest {
    private static final int SEQUENCES = 2_500;
    private static final Picture PICTURE = new Picture("## A hold");

    @Property(tries = SEQUENCES, edgeCases = EdgeCasesMode.NONE)
    @Label("a hold does what is drawn, or refuses and stays as it was")
    void a_hold_does_what_is_drawn_or_refuses_and_stays_as_it_was(
            @ForAll("sequences") ActionChain<HoldMachine> sequence) {
        sequence.run().finish();
    }

    @Provide
    Arbitrary<ActionChain<HoldMachine>> sequences() {
        return ActionChain.startWith(() -> new HoldMachine(PICTURE))
                .withAction(30, of(HoldStep.any().map(step -> act(step.toString(), at -> at.ask(step)))))
                .withAction(4, of(holds()))
                .withAction(4, of(waits()))
                .withAction(3, of(moments()))
                .withAction(1, of(Sketch.any().map(sketch -> act("edit to " + sketch, at -> at.edit(sketch)))))
                .withAction(1, of(terms()))
                .withMaxTransformations(60);
    }

    private static Arbitrary<Transformer<HoldMachine>> holds() {
        return Combinators.combine(
                        Arbitraries.of(Source.CLAIM, Source.CLAIM, Source.OFFER, Source.WAITLIST),
                        Arbitraries.of(Person.class))
                .as((source, person) -> act(source + " for " + person, at -> at.give(source, person)));
    }

    private static Arbitrary<Transformer<HoldMachine>> waits() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(0, 3).map(Duration::ofNanos),
                        Arbitraries.longs().between(1, 90).map(Duration::ofMinutes),
                        Arbitraries.longs().between(1, 72).map(Duration::ofHours))
                .map(time -> act("wait " + time, at -> at.pass(time)));
    }

    private static Arbitrary<Transformer<HoldMachine>> moments() {
        return Combinators.combine(Arbitraries.of(Moment.class), Arbitraries.of(-1, 0, 1))
                .as((moment, nanos) -> act("wait until " + moment + " " + nanos, at -> at.passTo(moment, nanos)));
    }

    /** Grace is never longer than the shortest lease: what is extended in its grace has to last beyond now. */
    private static Arbitrary<Transformer<HoldMachine>> terms() {
        var minutes = Arbitraries.longs().between(0, 24 * 60).map(Duration::ofMinutes);
        return Combinators.combine(Arbitraries.longs().between(0, 60).map(Duration::ofMinutes), minutes, minutes)
                .as((grace, warning, late) -> act(
                        "settings " + new Terms(grace, warning, late), at -> at.set(new Terms(grace, warning, late))));
    }

    private static Transformer<HoldMachine> act(String name, java.util.function.Consumer<HoldMachine> act) {
        return Transformer.mutate(name, act);
    }

    private static Action.Independent<HoldMachine> of(Arbitrary<Transformer<HoldMachine>> acts) {
        return () -> acts;
    }

    @AfterContainer
    static void every_arrow_and_every_refusal_was_seen() {
        PICTURE.requireAllSeen(
                SEQUENCES,
                HoldVerb.values(),
                Picture.MISTAKE,
                "assignment-state",
                "extension-used",
                "handover-gone",
                "lease-lost",
                "not-scheduled",
                "not-started",
                "self-verification",
                "task-over");
    }
}
