package org.barnstorm.member;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.barnstorm.authority.Caller;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.problem.Busy;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.time.Timestamps;

/** Makes one member of two that are one person's. Both accounts say so, and nobody else has to. */
@ApplicationScoped
@Transactional
class MergeService {
    private final MergeCodes codes;
    private final MergeRepository merges;
    private final MemberRepository members;
    private final SuspensionRepository suspensions;
    private final DoubleMemberships doubles;
    private final List<MemberShare> shares;
    private final Journal journal;
    private final MeterRegistry meters;
    private final Clock clock;

    MergeService(
            MergeCodes codes,
            MergeRepository merges,
            MemberRepository members,
            SuspensionRepository suspensions,
            DoubleMemberships doubles,
            @All List<MemberShare> shares,
            Journal journal,
            MeterRegistry meters,
            Clock clock) {
        this.codes = codes;
        this.merges = merges;
        this.members = members;
        this.suspensions = suspensions;
        this.doubles = doubles;
        this.shares = shares;
        this.journal = journal;
        this.meters = meters;
        this.clock = clock;
    }

    MergeCode code(Caller caller) {
        return codes.make(caller.memberId());
    }

    /** The merge itself, rolled back: it cannot say anything else than what would be done. */
    MergePreview preview(Caller caller, OtherAccount wanted) {
        var gone = lock(caller, wanted);
        var person = members.person(gone);
        var obstacles = obstacles(gone, caller.memberId());
        if (!obstacles.isEmpty()) return MergePreview.of(person, List.of(), obstacles);
        var taken = take(gone, caller.memberId());
        QuarkusTransaction.setRollbackOnly();
        return MergePreview.of(person, taken, List.of());
    }

    MergeView merge(Caller caller, OtherAccount wanted) {
        var gone = lock(caller, wanted);
        var obstacles = obstacles(gone, caller.memberId());
        if (!obstacles.isEmpty()) {
            throw Refusal.conflict(
                            "merge-obstacles", "Something has to be put right first; `obstacles` says what and how.")
                    .with("obstacles", obstacles);
        }
        take(gone, caller.memberId());
        meters.counter("barnstorm.members.merged").increment();
        return show(caller, gone);
    }

    MergeView show(Caller caller, UUID gone) {
        return merges.at(gone, caller.memberId())
                .map(at -> new MergeView(gone, caller.memberId(), at))
                .orElseThrow(() -> Refusal.notFound("merge"));
    }

    /** Waits for what both have begun, and keeps new things out. Answers who goes. */
    private UUID lock(Caller caller, OtherAccount wanted) {
        var gone = codes.open(wanted.code());
        var stays = caller.memberId();
        if (gone.equals(stays)) {
            throw Refusal.conflict(
                    "merge-with-oneself",
                    "This code is from the account that you are signed in with, or the two are one already. Sign in with the"
                            + " account that is to stay.");
        }
        suspensions.waitLonger();
        merges.lockBoth(gone, stays);
        if (merges.isGone(stays)) throw Busy.because("Your accounts have become one at this moment. Look again.");
        if (merges.isGone(gone)) throw MergeCodes.refused();
        return gone;
    }

    private List<MergePreview.Obstacle> obstacles(UUID gone, UUID stays) {
        var people = people(gone, stays);
        return shares.stream()
                .flatMap(share -> share.hurdles().stream())
                .filter(hurdle -> merges.found(hurdle, people))
                .map(MergePreview.Obstacle::of)
                .toList();
    }

    private List<MergePreview.Taken> take(UUID gone, UUID stays) {
        var people = people(gone, stays);
        doubles.end(gone, stays);
        var taken = new ArrayList<MergePreview.Taken>();
        for (var step : steps().toList()) {
            var rows = merges.take(step, people);
            if (rows > 0) taken.add(new MergePreview.Taken(step.what(), rows));
        }
        merges.forget(gone);
        merges.keep(gone, stays, Timestamps.now(clock));
        journal.append(new Event("member.merged-into", gone, null, null, stays, null).with("into", stays));
        var merged = new Event("member.merged", stays, null, null, stays, null).with("gone", gone);
        for (var each : taken) merged = merged.with(each.what(), each.count());
        journal.append(merged);
        return taken;
    }

    private Stream<MemberShare.Step> steps() {
        return shares.stream().flatMap(share -> share.steps().stream());
    }

    private Map<String, Object> people(UUID gone, UUID stays) {
        return Map.of(
                "gone", gone, "stays", stays, "goneIds", array(merges.all(gone)), "staysIds", array(merges.all(stays)));
    }

    private static UUID[] array(List<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
