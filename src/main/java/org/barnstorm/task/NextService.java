package org.barnstorm.task;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.barnstorm.authority.Caller;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.problem.Busy;
import org.barnstorm.platform.problem.Refusal;

/** "I have twenty minutes, what can I do?": finds it, ranks it, and takes the best that is still there. */
@ApplicationScoped
@Transactional
class NextService {
    /** How often one looks again when others took everything that was there a moment ago. */
    private static final int ROUNDS = 3;
    /** So many busy tasks one waits for; each costs the time after which a row is given up. */
    private static final int MOST_WAITS = 3;

    /** Of the best by themselves, it counts how many people their groups lack. */
    private static final int SHORT_LIST = 60;

    private final NextRepository candidates;
    private final TaskSight sight;
    private final Workload workload;
    private final ClaimService claims;
    private final SeekerRepository seekers;
    private final Groups groups;
    private final MeterRegistry meters;
    private final Clock clock;

    NextService(
            NextRepository candidates,
            TaskSight sight,
            Workload workload,
            ClaimService claims,
            SeekerRepository seekers,
            Groups groups,
            MeterRegistry meters,
            Clock clock) {
        this.candidates = candidates;
        this.sight = sight;
        this.workload = workload;
        this.claims = claims;
        this.seekers = seekers;
        this.groups = groups;
        this.meters = meters;
        this.clock = clock;
    }

    /** What was found for somebody: tasks, the best first, or why there are none. */
    private record Found(List<Candidate> tasks, Seeker seeker, Map<UUID, Gap> gaps, Refusal why) {
        static Found nothing(Refusal why) {
            return new Found(List.of(), null, Map.of(), why);
        }
    }

    /** One try to claim, made repeatable for a client that sent a key. */
    interface Attempt {
        AssignmentView at(Supplier<AssignmentView> claim);
    }

    /**
     * What is suggested, read without a transaction: each statement sees what is there when it runs, as it would within one,
     * and a transaction costs one more journey to the database.
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    NextView next(Caller caller, NextWish wish) {
        var found = look(caller, wish);
        meters.counter(
                        "barnstorm.next",
                        "result",
                        found.why() == null ? "found" : found.why().code())
                .increment();
        if (found.why() != null) return new NextView(List.of(), Obstacle.of(found.why()));
        var paths =
                groups.withIds(found.tasks().stream().map(Candidate::groupId).collect(Collectors.toSet()));
        var items = found.tasks().stream()
                .map(task -> NextSuggestion.of(
                        task,
                        paths.get(task.groupId()).path(),
                        found.seeker(),
                        found.gaps().getOrDefault(task.groupId(), Gap.NONE)))
                .toList();
        return new NextView(items, null);
    }

    /** The same tasks, for who does not ask for suggestions but says what comes next; empty if there are none. */
    List<Candidate> best(Caller caller) {
        return look(caller, new NextWish(null, null, null, null)).tasks();
    }

    /**
     * Takes the best that is still there. Each try is a claim like any other, in a transaction of its own. Who waits for a
     * row in vain waits a while: that is worth it a few times, and not at all for a row that every try needs.
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    AssignmentView claim(Caller caller, NextWish wish, Attempt attempt) {
        var tries = 0;
        var waits = 0;
        for (var round = 0; round < ROUNDS; round++) {
            var found = look(caller, wish);
            if (found.why() != null) throw counted(found.why(), tries);
            for (var task : found.tasks()) {
                tries++;
                try {
                    return counted(tryOne(caller, task, attempt), tries);
                } catch (BusyClaimer e) {
                    throw counted(Busy.because("Another request of yours is not through yet. Try again."), tries);
                } catch (PersistenceException e) {
                    if (!Busy.is(e)) throw e;
                    if (++waits == MOST_WAITS) throw counted(othersWereFaster(), tries);
                } catch (Refusal refusal) {
                    if (!isOnlyAboutThis(refusal)) throw refusal;
                }
            }
        }
        throw counted(othersWereFaster(), tries);
    }

    private Found look(Caller caller, NextWish wish) {
        var position = wish.position();
        var known = seekers.of(caller.memberId(), clock.instant());
        var who = sight.belonging(caller, known.home());
        var from = position == null ? known.home() : position;
        var choice = candidates.choice(new NextRepository.Search(who, known.courses(), from, wish, workload.memory()));
        var limit = workload.limit(choice.load().record());
        if (choice.load().open() >= limit) return Found.nothing(tooMuch(caller, limit));
        if (choice.tasks().isEmpty()) return Found.nothing(nothing(caller));
        var seeker = new Seeker(from, position == null, wish.minutes(), caller.groupIds(), clock.instant());
        var shortList = new NextRanking(seeker, Map.of())
                .ranked(choice.tasks()).stream().limit(SHORT_LIST).toList();
        return new Found(new NextRanking(seeker, choice.gaps()).best(shortList), seeker, choice.gaps(), null);
    }

    private Refusal tooMuch(Caller caller, int limit) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> workload.whyNoRoom(caller.memberId(), limit))
                .orElseGet(() -> nothing(caller));
    }

    private static Refusal nothing(Caller caller) {
        return Refusal.conflict(
                "nothing-next",
                caller.groupIds().isEmpty()
                        ? "You are in no group yet, and not invited to anything. Join a group: its work is for its members."
                        : "There is nothing that you could claim right now. Allow more minutes, another place or remote work;"
                                + " join another group, take a course, or look again: places are given back.");
    }

    /** What is busy before the claim begins is the client's key: the same request is being worked on. */
    private AssignmentView tryOne(Caller caller, Candidate task, Attempt attempt) {
        var begun = new AtomicBoolean();
        try {
            return attempt.at(() -> {
                begun.set(true);
                return claims.tryToClaim(caller, task.id());
            });
        } catch (PersistenceException e) {
            throw Busy.is(e) && !begun.get() ? new BusyClaimer(e) : e;
        }
    }

    /** Then another task may go better: this one was taken, or changed. */
    private static boolean isOnlyAboutThis(Refusal refusal) {
        return switch (refusal.kind()) {
            case CONFLICT, NOT_FOUND, BUSY -> !refusal.code().equals("claim-limit");
            case MALFORMED, FORBIDDEN, SPENT, AWAY, INVALID, PRECONDITION_REQUIRED, PRECONDITION_FAILED -> false;
        };
    }

    private static Refusal othersWereFaster() {
        return Busy.because("Others were faster each time. Try again in a second.");
    }

    private <T> T counted(T result, int tries) {
        var told = result instanceof Refusal refusal ? refusal.code() : "held";
        meters.counter("barnstorm.next.claims", "result", told).increment();
        DistributionSummary.builder("barnstorm.next.tries").register(meters).record(tries);
        return result;
    }
}
