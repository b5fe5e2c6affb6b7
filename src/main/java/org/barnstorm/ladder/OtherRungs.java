package org.barnstorm.ladder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.barnstorm.mandate.Standings.Held;
import org.barnstorm.mandate.Standings.Standing;
import org.barnstorm.mandate.Standings.Vouching;
import org.barnstorm.member.Suspensions;

/** Steps that do not lead through courses: what keeps one from acting, belonging somewhere, work that others confirm, vouches, a second person. */
final class OtherRungs {
    private final Facts facts;

    OtherRungs(Facts facts) {
        this.facts = facts;
    }

    List<Rung> all() {
        var found = new ArrayList<Rung>();
        facts.suspended().forEach(kept -> found.add(suspension(kept)));
        if (facts.groups().isEmpty() && facts.suspended().isEmpty()) {
            found.add(new Rung(Rung.Code.JOIN_GROUP, 0, About.NOTHING, List.of(), Action.get("/groups")));
        }
        work().ifPresent(found::add);
        facts.person().vouching().forEach(each -> vouches(each).ifPresent(found::add));
        facts.person().pending().forEach(each -> found.add(secondPerson(each)));
        return List.copyOf(found);
    }

    /** Nothing else tells the person where to read why, and to whom they can appeal. */
    private Rung suspension(Suspensions.Kept kept) {
        var about = About.group(facts.named(kept.group())).until(kept.until());
        return new Rung(Rung.Code.READ_SUSPENSION, 0, about, List.of(), Action.get("/suspensions/" + kept.id()));
    }

    /** Trust is earned in the whole movement: of one's groups there, the one where one is closest to the next level. */
    private Optional<Rung> work() {
        return facts.opportunity().flatMap(task -> facts.person().standings().stream()
                .filter(standing -> standing.further() != null)
                .filter(standing -> standing.group()
                        .path()
                        .movement()
                        .equals(task.group().path().movement()))
                .max(Comparator.comparing(Standing::level)
                        .thenComparing(each -> each.group().path(), Comparator.reverseOrder()))
                .map(standing -> {
                    var further = standing.further();
                    var results = About.group(facts.named(task.group()))
                            .task(task.title())
                            .missing(further.results());
                    var about = further.days() == 0 ? results : results.days(further.days());
                    var trust = Unlock.trust(facts.named(standing.group()), further.level());
                    var claim = Action.put("/tasks/" + task.taskId() + "/claim");
                    return new Rung(Rung.Code.CLAIM_TASK, 0, about, List.of(trust), claim);
                }));
    }

    /** Nobody can vouch for themselves: the action shows what is asked for. */
    private Optional<Rung> vouches(Vouching vouching) {
        var fresh = new HashSet<>(vouching.capabilities());
        fresh.removeAll(facts.person().capabilitiesAt(vouching.group()));
        if (fresh.isEmpty()) return Optional.empty();
        var missing = Math.max(1, vouching.needed() - vouching.have()); // the rule may ask for fewer since
        var where = facts.named(vouching.group());
        var afterConfirmation = facts.person().takesTwo(vouching.group(), vouching.capabilities());
        return Optional.of(new Rung(
                Rung.Code.ASK_FOR_VOUCHES,
                -missing,
                About.group(where).missing(missing),
                List.of(Unlock.capabilities(where, fresh, false, afterConfirmation)),
                Action.get("/groups/" + vouching.group().path() + "/mandate-rules")));
    }

    private Rung secondPerson(Held pending) {
        var where = facts.named(pending.group());
        var about = About.group(where).role(pending.role());
        var unlocks = pending.limits().isNone()
                ? List.of(Unlock.capabilities(where, pending.capabilities(), false, true))
                : List.<Unlock>of(); // what it allows is said with its limits or not at all
        return new Rung(Rung.Code.WAIT_FOR_SECOND_PERSON, 0, about, unlocks, Action.get("/mandates/" + pending.id()));
    }
}
