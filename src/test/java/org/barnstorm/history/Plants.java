package org.barnstorm.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.barnstorm.history.Outcome.Fail;
import org.barnstorm.history.Outcome.Ok;
import org.barnstorm.history.Snapshot.Row;

/** One good history and the places in it where a violation can be put. */
final class Plants {
    /** A time in which a hold was certainly held, by a claim that was acknowledged. */
    private record Window(Operation claim, long from, long until) {
        UUID hold() {
            return claim.answer().orElseThrow().hold();
        }

        UUID member() {
            return claim.ask().member();
        }

        Long fence() {
            return claim.answer().orElseThrow().fence();
        }

        boolean isWide() {
            return until > from + 3;
        }
    }

    private static final long NUMBER = 1_000_000;

    private final Specimen good;
    private final Random random;

    Plants(Specimen good, Random random) {
        this.good = good;
        this.random = random;
    }

    // What clients see

    Optional<Specimen> extraWinner() {
        return full().map(window -> seen(window, Ask.claim(good.task(), id()), newHold(null, "HELD")));
    }

    Optional<Specimen> secondHold() {
        return any(windows())
                .map(own -> seen(own, Ask.claim(good.task(), own.member()), newHold(own.member(), "HELD")));
    }

    /** Fewer people have asked for a place by then than there are places. */
    Optional<Specimen> fullWhenFree() {
        var takes = takes();
        if (takes.isEmpty()) return Optional.empty();
        var until = takes.size() < good.facts().capacity()
                ? good.end()
                : takes.get(good.facts().capacity() - 1).invoked();
        var first =
                good.operations().stream().mapToLong(Operation::invoked).min().orElseThrow();
        var free = new Window(null, Math.max(first - 10, until - 10), until);
        return Optional.of(refused(free, Ask.claim(good.task(), id()), "task-full"));
    }

    Optional<Specimen> notFound() {
        return any(acknowledged(Verb.CLAIM)).map(claim -> {
            var read = operation(claim.returned() + 1, Ask.readHold(good.task(), hold(claim)));
            return good.withoutTables().and(settled(read, new Fail(claim.returned() + 9, 404, "not-found")));
        });
    }

    Optional<Specimen> staleCompletion() {
        return any(acknowledged(Verb.RELEASE)).map(release -> after(release, Verb.COMPLETE, "DONE"));
    }

    Optional<Specimen> releasedTwice() {
        return any(acknowledged(Verb.RELEASE)).map(release -> after(release, Verb.RELEASE, "RELEASED"));
    }

    /** At the same time, so that neither came after the other. */
    Optional<Specimen> releasedAndCompleted() {
        return any(acknowledged(Verb.RELEASE)).map(release -> {
            var ask = Ask.on(Verb.COMPLETE, good.task(), release.ask().member(), hold(release), null);
            var completed = operation(release.invoked(), ask);
            var answer = Answer.hold(hold(release), null, null, "DONE", null);
            return good.withoutTables().and(settled(completed, new Ok(release.returned(), 200, answer)));
        });
    }

    Optional<Specimen> wrongFence() {
        return any(acknowledged(Verb.COMPLETE))
                .filter(done -> done.ask().fence() != null)
                .map(done -> {
                    var ask = done.ask();
                    var sent = ask.fence() + (random.nextBoolean() ? 1 : -1);
                    var stale = new Ask(ask.verb(), ask.task(), ask.member(), ask.hold(), sent, null, null);
                    return good.withoutTables()
                            .with(
                                    done,
                                    new Operation(done.number(), done.client(), stale, done.invoked(), done.outcome()));
                });
    }

    /** Nobody asked for a longer lease, and the one there was is over. */
    Optional<Specimen> lateCompletion() {
        return any(
                        windows(),
                        own -> lease(own).latest() < Long.MAX_VALUE
                                && touching(own.hold(), own.member()).stream()
                                        .noneMatch(each -> each.verb().renews()))
                .map(own -> {
                    var late = Math.max(lease(own).latest(), good.end()) + 5;
                    return seen(new Window(null, late, late + 20), completion(own), done(own));
                });
    }

    Optional<Specimen> tooManyTaken() {
        var end = good.end();
        return Optional.of(seen(
                new Window(null, end, end + 9),
                Ask.readTaken(good.task()),
                Answer.taken(good.facts().capacity() + 1)));
    }

    Optional<Specimen> tooFewTaken() {
        return any(windows()).map(own -> {
            var others = windows().stream()
                    .filter(each -> each.from() <= own.from() && each.until() >= own.until())
                    .map(Window::hold)
                    .distinct()
                    .count();
            return seen(own, Ask.readTaken(good.task()), Answer.taken((int) others - 1));
        });
    }

    Optional<Specimen> moreThanAsked() {
        var takes = takes();
        if (takes.size() >= good.facts().capacity()) return Optional.empty();
        var end = good.end();
        return Optional.of(
                seen(new Window(null, end, end + 9), Ask.readTaken(good.task()), Answer.taken(takes.size() + 1)));
    }

    Optional<Specimen> somebodyElses() {
        var all = windows();
        return any(all).flatMap(own -> any(all, other -> !other.member().equals(own.member()))
                .map(other -> seen(
                        own,
                        Ask.claim(good.task(), own.member()),
                        Answer.hold(other.hold(), null, other.fence(), "HELD", null))));
    }

    Optional<Specimen> heldAfterRelease() {
        return any(acknowledged(Verb.RELEASE)).map(release -> {
            var from = release.returned();
            var answer = Answer.hold(hold(release), null, null, "HELD", null);
            return seen(new Window(null, from, from + 9), Ask.readHold(good.task(), hold(release)), answer);
        });
    }

    Optional<Specimen> expiredEarly() {
        return any(windows(), own -> lease(own).latest() < Long.MAX_VALUE)
                .map(own -> seen(
                        own,
                        Ask.readHold(good.task(), own.hold()),
                        Answer.hold(own.hold(), null, own.fence(), "EXPIRED", null)));
    }

    Optional<Specimen> verifiedEarly() {
        return any(windows())
                .map(own -> seen(
                        own,
                        Ask.on(Verb.VERIFY, good.task(), own.member(), own.hold(), null),
                        Answer.hold(own.hold(), null, own.fence(), "VERIFIED", null)));
    }

    Optional<Specimen> holderRefused() {
        return any(windows()).map(own -> refused(own, completion(own), "lease-lost"));
    }

    // Fences

    /** Of two holds the later has the lower fence, wherever it is mentioned. */
    Optional<Specimen> fencesBack() {
        return inOrder().map(pair -> {
            long low = pair.get(0).answer().orElseThrow().fence();
            long high = pair.get(1).answer().orElseThrow().fence();
            return fences(
                    fence -> fence == null ? null : fence == low ? (Long) high : fence == high ? (Long) low : fence);
        });
    }

    Optional<Specimen> oneFence() {
        return inOrder().map(pair -> {
            long low = pair.get(0).answer().orElseThrow().fence();
            long high = pair.get(1).answer().orElseThrow().fence();
            return fences(fence -> fence != null && fence == high ? (Long) low : fence);
        });
    }

    Optional<Specimen> fenceChanges() {
        return any(windows())
                .map(own -> seen(
                        own,
                        Ask.readHold(good.task(), own.hold()),
                        Answer.hold(own.hold(), null, own.fence() + 1, "HELD", null)));
    }

    // Keys

    Optional<Specimen> oneKey() {
        return any(acknowledged(Verb.CLAIM)).map(claim -> {
            var keyed = new Operation(
                    claim.number(), claim.client(), claim.ask().with("planted"), claim.invoked(), claim.outcome());
            var again = new Operation(
                    NUMBER,
                    claim.client(),
                    keyed.ask(),
                    claim.returned() + 1,
                    new Ok(claim.returned() + 5, 200, newHold(claim.ask().member(), "HELD")));
            return good.withoutTables().with(claim, keyed).and(again);
        });
    }

    // Tables

    Optional<Specimen> lostRow() {
        return any(acknowledged(Verb.CLAIM))
                .map(claim -> good.with(good.rows().stream()
                        .filter(row -> !row.hold().equals(hold(claim)))
                        .toList()));
    }

    Optional<Specimen> lostCompletion() {
        return any(acknowledged(Verb.COMPLETE)).map(done -> stored(hold(done), "HELD"));
    }

    Optional<Specimen> releaseUndone() {
        return any(acknowledged(Verb.RELEASE)).map(release -> stored(hold(release), "HELD"));
    }

    Optional<Specimen> ghostRow() {
        var rows = new ArrayList<>(good.rows());
        rows.add(new Row(id(), good.task(), id(), "RELEASED", 1_000));
        return Optional.of(good.with(rows));
    }

    /** Released in the tables, while its holder was told that it is theirs and asked for nothing more. */
    Optional<Specimen> ghostState() {
        return any(windows(), own -> touching(own.hold(), own.member()).isEmpty())
                .map(own -> stored(own.hold(), random.nextBoolean() ? "RELEASED" : "DONE"));
    }

    Optional<Specimen> otherMember() {
        return any(acknowledged(Verb.CLAIM))
                .map(claim -> good.eachRow(row -> row.hold().equals(hold(claim))
                        ? new Row(row.hold(), row.task(), id(), row.state(), row.fence())
                        : row));
    }

    Optional<Specimen> drift() {
        var taken = good.taken() + (random.nextBoolean() ? 1 : -1);
        return Optional.of(new Specimen(good.task(), good.facts(), good.operations(), good.rows(), taken));
    }

    // Where

    /** Claims that were acknowledged, each until anything else was asked for that hold, or its lease may have run out. */
    private List<Window> windows() {
        var found = new ArrayList<Window>();
        for (var claim : acknowledged(Verb.CLAIM)) {
            var told = claim.answer().orElseThrow();
            if (told.state() == null || !told.state().equals("HELD")) continue;
            var lease = told.lease() != null || good.facts().shortestLease().toDays() > 1
                    ? Optional.ofNullable(told.lease()).orElse(Lease.ENDLESS)
                    : Lease.UNKNOWN;
            var until = Math.min(lease.earliest(), good.end() + 20);
            for (var each : touching(told.hold(), claim.ask().member())) until = Math.min(until, each.invoked());
            var window = new Window(claim, claim.returned(), until);
            if (window.isWide()) found.add(window);
        }
        return found;
    }

    /** What may have changed the hold. */
    private List<Operation> touching(UUID hold, UUID member) {
        return good.operations().stream()
                .filter(each -> !each.verb().reads() && !(each.outcome() instanceof Fail))
                .filter(each -> each.ask().hold() == null
                        ? !each.verb().takes() && member.equals(each.ask().member())
                        : each.ask().hold().equals(hold))
                .toList();
    }

    /** A time in which every place was certainly held. */
    private Optional<Window> full() {
        var all = windows();
        return any(all, window -> {
            var holders = all.stream()
                    .filter(each -> each.from() <= window.from() && each.until() >= window.until())
                    .map(Window::hold)
                    .distinct();
            return holders.count() >= good.facts().capacity();
        });
    }

    /** Two holds, the first acknowledged before anything was asked for that can have made the second. */
    private Optional<List<Operation>> inOrder() {
        var claims = acknowledged(Verb.CLAIM);
        return any(claims).flatMap(first -> any(
                        claims,
                        second -> !hold(second).equals(hold(first))
                                && takes().stream()
                                        .filter(each -> second.ask().member().equals(whose(each)))
                                        .filter(each ->
                                                each.isUnknown() || hold(second).equals(hold(each)))
                                        .allMatch(each -> each.invoked() > first.returned()))
                .map(second -> List.of(first, second)));
    }

    private static UUID whose(Operation take) {
        return take.verb() == Verb.MOVE ? take.ask().to() : take.ask().member();
    }

    /** What may have begun a hold, in the order of asking. */
    private List<Operation> takes() {
        return good.operations().stream()
                .filter(each -> each.verb().takes() || each.verb() == Verb.MOVE)
                .filter(each -> !(each.outcome() instanceof Fail))
                .sorted(java.util.Comparator.comparingLong(Operation::invoked))
                .toList();
    }

    private List<Operation> acknowledged(Verb verb) {
        return good.operations().stream()
                .filter(each -> each.verb() == verb && each.isOk() && each.ask().key() == null)
                .toList();
    }

    // How

    private Specimen seen(Window when, Ask ask, Answer answer) {
        var asked = operation(when.from() + 1, ask);
        return good.withoutTables().and(settled(asked, new Ok(when.until() - 1, 200, answer)));
    }

    private Specimen refused(Window when, Ask ask, String code) {
        var asked = operation(when.from() + 1, ask);
        return good.withoutTables().and(settled(asked, new Fail(when.until() - 1, 409, code)));
    }

    private Specimen after(Operation ended, Verb verb, String state) {
        var ask = Ask.on(
                verb,
                good.task(),
                ended.ask().member(),
                hold(ended),
                ended.ask().fence());
        var from = ended.returned();
        return seen(new Window(null, from, from + 9), ask, Answer.hold(hold(ended), null, null, state, null));
    }

    private Specimen stored(UUID hold, String state) {
        return good.with(good.rows().stream()
                .map(row -> row.hold().equals(hold)
                        ? new Row(row.hold(), row.task(), row.member(), state, row.fence())
                        : row)
                .toList());
    }

    private Specimen fences(Function<Long, Long> change) {
        return good.withoutTables().each(operation -> {
            var ask = operation.ask();
            var asked = new Ask(
                    ask.verb(), ask.task(), ask.member(), ask.hold(), change.apply(ask.fence()), ask.to(), ask.key());
            if (!(operation.outcome() instanceof Ok ok)) {
                return new Operation(
                        operation.number(), operation.client(), asked, operation.invoked(), operation.outcome());
            }
            var told = ok.answer();
            var answer = new Answer(
                    told.hold(), told.member(), change.apply(told.fence()), told.state(), told.lease(), told.taken());
            return new Operation(
                    operation.number(),
                    operation.client(),
                    asked,
                    operation.invoked(),
                    new Ok(ok.at(), ok.status(), answer));
        });
    }

    private Operation operation(long invoked, Ask ask) {
        return new Operation(NUMBER + random.nextInt(1000), "planted", ask, invoked, Outcome.UNKNOWN);
    }

    private static Operation settled(Operation asked, Outcome outcome) {
        return new Operation(asked.number(), asked.client(), asked.ask(), asked.invoked(), outcome);
    }

    private Ask completion(Window own) {
        return Ask.on(Verb.COMPLETE, good.task(), own.member(), own.hold(), own.fence());
    }

    private Answer done(Window own) {
        return Answer.hold(own.hold(), own.member(), own.fence(), "DONE", null);
    }

    private Answer newHold(UUID member, String state) {
        return Answer.hold(id(), member, 1_000_000L, state, null);
    }

    private static Lease lease(Window own) {
        return Optional.ofNullable(own.claim().answer().orElseThrow().lease()).orElse(Lease.ENDLESS);
    }

    private static UUID hold(Operation operation) {
        return operation.answer().orElseThrow().hold();
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private <T> Optional<T> any(List<T> all) {
        return any(all, each -> true);
    }

    private <T> Optional<T> any(List<T> all, Predicate<T> wanted) {
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled.stream().filter(wanted).findFirst();
    }
}
