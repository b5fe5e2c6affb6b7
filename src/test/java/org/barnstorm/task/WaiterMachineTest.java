package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
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

/**
 * Whatever happens to entries of a wait list, when and in which order: each does what the docs say, or the service is told
 * of its mistake and the entry stays exactly as it was.
 */
class WaiterMachineTest {
    private static final int SEQUENCES = 2_000;
    private static final Picture PICTURE = new Picture("## The wait list");
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final UUID ADA = new UUID(1, 0);
    private static final Task TASK = TaskTest.taskThatIs(Task.Status.OPEN);

    /** Everything that can happen to an entry, and what becomes of it; null for nothing. */
    enum Act {
        OFFER("OFFERED", (entry, at) -> entry.offered(at.place)),
        STILL_OFFERED(null, (entry, at) -> entry.settle(AssignmentStatus.OFFERED, at.now)),
        ACCEPT("ACCEPTED", (entry, at) -> entry.settle(AssignmentStatus.HELD, at.now)),
        DECLINE("PASSED", (entry, at) -> entry.settle(AssignmentStatus.DECLINED, at.now)),
        LAPSE("PASSED", (entry, at) -> entry.settle(AssignmentStatus.EXPIRED, at.now)),
        MOVE("PASSED", (entry, at) -> entry.settle(AssignmentStatus.MOVED, at.now)),
        LOSE("CANCELLED", (entry, at) -> entry.settle(AssignmentStatus.CANCELLED, at.now)),
        PASS("PASSED", (entry, at) -> entry.pass(at.now)),
        LEAVE("LEFT", (entry, at) -> entry.leave(at.now)),
        CANCEL("CANCELLED", (entry, at) -> entry.cancel(at.now)),
        /** What an offer never becomes: it says nothing about who waits. */
        DONE("-", (entry, at) -> entry.settle(AssignmentStatus.DONE, at.now)),
        VERIFIED("-", (entry, at) -> entry.settle(AssignmentStatus.VERIFIED, at.now)),
        RELEASED("-", (entry, at) -> entry.settle(AssignmentStatus.RELEASED, at.now)),
        REJECTED("-", (entry, at) -> entry.settle(AssignmentStatus.REJECTED, at.now)),
        ATTEMPTED("-", (entry, at) -> entry.settle(AssignmentStatus.ATTEMPTED, at.now)),
        NO_SHOW("-", (entry, at) -> entry.settle(AssignmentStatus.NO_SHOW, at.now)),
        UNDONE("-", (entry, at) -> entry.settle(AssignmentStatus.UNDONE, at.now));

        private interface Deed {
            void on(Waiter entry, Machine at);
        }

        private final String to;
        private final Deed deed;

        Act(String to, Deed deed) {
            this.to = to;
            this.deed = deed;
        }

        static Act[] possible() {
            return List.of(values()).stream().filter(act -> !"-".equals(act.to)).toArray(Act[]::new);
        }
    }

    private record Entry(Waiter waiter, SortedMap<String, Object> model) {}

    /** The entries of a person in one list, one after another, and a clock. */
    static final class Machine {
        private final List<Entry> entries = new ArrayList<>();
        private Instant now = NOON;
        private Assignment place;

        Machine() {
            join();
        }

        void pass(Duration time) {
            now = now.plus(time);
        }

        void join() {
            var waiter = new Waiter(TASK, ADA, now);
            var model = new TreeMap<String, Object>();
            model.put("id", waiter.id());
            model.put("version", 0L);
            model.put("position", 0L);
            model.put("taskId", TASK.id());
            model.put("memberId", ADA);
            model.put("status", "WAITING");
            model.put("assignmentId", null);
            model.put("joinedAt", now);
            model.put("endedAt", null);
            assertThat(Fields.difference(model, Fields.of(waiter))).isEmpty();
            PICTURE.begins("WAITING");
            entries.add(new Entry(waiter, model));
        }

        void ask(Act act, int back) {
            var entry = entries.get(Math.max(0, entries.size() - 1 - back));
            place = new Assignment(TASK, ADA, Source.WAITLIST, null, 1, Lease.offered(now.plusSeconds(1800)), now);
            var before = Fields.of(entry.waiter);
            var status = before.get("status");
            var allowed = act.to == null || PICTURE.draws(status, act.to);
            if (allowed && act.to != null) change(entry.model, act);
            var answer = Picture.refusal(() -> act.deed.on(entry.waiter, this));
            var after = Fields.of(entry.waiter);
            assertThat(answer.isEmpty())
                    .as("%s of what is %s is allowed", act, status)
                    .isEqualTo(allowed);
            if (!allowed && !after.equals(before)) fail("It was refused, but %s", Fields.difference(before, after));
            assertThat(Fields.difference(entry.model, after)).as("%s", act).isEmpty();
            laws(after);
            PICTURE.answered(act, status, after.get("status"), answer);
        }

        private void change(SortedMap<String, Object> model, Act act) {
            model.put("status", act.to);
            if (act.to.equals("OFFERED")) model.put("assignmentId", place.id());
            if (PICTURE.isEnd(act.to)) model.put("endedAt", now);
        }

        /** What is true whatever happened. */
        private void laws(SortedMap<String, Object> after) {
            var status = (String) after.get("status");
            var ended = (Instant) after.get("endedAt");
            assertThat(ended != null)
                    .as("has ended")
                    .isEqualTo(!List.of("WAITING", "OFFERED").contains(status));
            if (ended != null) assertThat(ended).isBetween((Instant) after.get("joinedAt"), now);
            var offered = after.get("assignmentId") != null;
            if (status.equals("OFFERED") || status.equals("ACCEPTED"))
                assertThat(offered).isTrue();
            if (status.equals("WAITING") || status.equals("LEFT"))
                assertThat(offered).isFalse();
        }

        void finish() {
            for (var entry : entries) assertThat(Fields.of(entry.waiter)).isEqualTo(entry.model);
            PICTURE.sequenceEnds();
        }

        @Override
        public String toString() {
            return now + ": "
                    + entries.stream().map(entry -> entry.waiter.status()).toList();
        }
    }

    @Property(tries = SEQUENCES, edgeCases = EdgeCasesMode.NONE)
    @Label("an entry does what is drawn, or stays as it was")
    void an_entry_does_what_is_drawn_or_stays_as_it_was(@ForAll("sequences") ActionChain<Machine> sequence) {
        sequence.run().finish();
    }

    @Provide
    Arbitrary<ActionChain<Machine>> sequences() {
        var acts =
                Arbitraries.oneOf(Arbitraries.of(Act.class), Arbitraries.of(Act.OFFER, Act.ACCEPT, Act.STILL_OFFERED));
        return ActionChain.startWith(Machine::new)
                .withAction(
                        10,
                        of(Combinators.combine(acts, Arbitraries.of(0, 0, 0, 1, 2))
                                .as((act, back) -> act(act + " " + back, at -> at.ask(act, back)))))
                .withAction(3, Action.just(act("join", Machine::join)))
                .withAction(
                        2,
                        of(Arbitraries.longs()
                                .between(0, 90)
                                .map(Duration::ofMinutes)
                                .map(time -> act("wait " + time, at -> at.pass(time)))))
                .withMaxTransformations(60);
    }

    private static Transformer<Machine> act(String name, Consumer<Machine> act) {
        return Transformer.mutate(name, act);
    }

    private static Action.Independent<Machine> of(Arbitrary<Transformer<Machine>> acts) {
        return () -> acts;
    }

    @AfterContainer
    static void every_arrow_and_every_mistake_was_seen() {
        PICTURE.requireAllSeen(SEQUENCES, Act.possible(), Picture.MISTAKE);
    }
}
