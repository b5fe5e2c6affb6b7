package org.barnstorm.task;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import org.barnstorm.task.TaskModel.Step;
import org.barnstorm.task.TaskModel.Verb;

/**
 * Whatever is asked of a task, when and in which order: it does what the docs say, or refuses with the code they say and
 * stays exactly as it was.
 */
class TaskMachineTest {
    private static final int SEQUENCES = 2_000;
    private static final Picture PICTURE = new Picture("## A task");

    @Property(tries = SEQUENCES, edgeCases = EdgeCasesMode.NONE)
    @Label("a task does what is drawn, or refuses and stays as it was")
    void a_task_does_what_is_drawn_or_refuses_and_stays_as_it_was(
            @ForAll("sequences") ActionChain<TaskMachine> sequence) {
        sequence.run();
        PICTURE.sequenceEnds();
    }

    @Provide
    Arbitrary<ActionChain<TaskMachine>> sequences() {
        return ActionChain.startWith(() -> new TaskMachine(PICTURE))
                .withAction(8, of(steps()))
                .withAction(2, of(waits()))
                .withAction(
                        1,
                        of(Arbitraries.of(-1, 0, 1).map(nanos -> act("the end " + nanos, at -> at.passToEnd(nanos)))))
                .withAction(
                        2, of(Arbitraries.of(-1, 1, 1, 2).map(places -> act("take " + places, at -> at.take(places)))))
                .withMaxTransformations(60);
    }

    /** Few are cancelled: nothing happens to them any more. */
    private static Arbitrary<Transformer<TaskMachine>> steps() {
        var verb = Arbitraries.frequency(
                Tuple.of(1, Verb.CANCEL),
                Tuple.of(3, Verb.AWAIT),
                Tuple.of(4, Verb.SUBMIT),
                Tuple.of(2, Verb.RELEASE),
                Tuple.of(2, Verb.RETURN),
                Tuple.of(1, Verb.RELEASE_OWN),
                Tuple.of(1, Verb.DROP),
                Tuple.of(5, Verb.PUBLISH),
                Tuple.of(5, Verb.CLOSE),
                Tuple.of(14, Verb.EDIT),
                Tuple.of(4, Verb.EDIT_AGAIN),
                Tuple.of(4, Verb.NEED),
                Tuple.of(4, Verb.BLOCK),
                Tuple.of(1, Verb.DETACH));
        var needs = Arbitraries.of(new UUID(5, 1), new UUID(5, 2)).list().ofMaxSize(2);
        return Combinators.combine(verb, Sketch.any(), needs)
                .as(Step::new)
                .map(step -> act(step.toString(), at -> at.ask(step)));
    }

    private static Arbitrary<Transformer<TaskMachine>> waits() {
        return Arbitraries.longs()
                .between(0, 300)
                .map(Duration::ofMinutes)
                .map(time -> act("wait " + time, at -> at.pass(time)));
    }

    private static Transformer<TaskMachine> act(String name, Consumer<TaskMachine> act) {
        return Transformer.mutate(name, act);
    }

    private static Action.Independent<TaskMachine> of(Arbitrary<Transformer<TaskMachine>> acts) {
        return () -> acts;
    }

    @AfterContainer
    static void every_arrow_and_every_refusal_was_seen() {
        PICTURE.requireAllSeen(
                SEQUENCES,
                Stream.of(Verb.values())
                        .filter(verb -> verb != Verb.RELEASE_OWN)
                        .toArray(Verb[]::new),
                "capacity-below-taken",
                "not-in-review",
                "self-review",
                "task-over",
                "task-state",
                "waits-for-review");
    }
}
