package org.barnstorm.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;

import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Wire;
import org.junit.jupiter.api.Test;

/** Random grants, deputies, revocations and restorations over a tree of groups, all at once; whatever happens, I-20 holds. */
@QuarkusTest
class GrantStormTest {
    private static final long SEED = Long.getLong("storm.seed", 20301L);
    private static final int ACTS_EACH = Integer.getInteger("storm.acts", 40);
    private static final List<String> KINDS = List.of("APPOINTED", "DELEGATED");
    private static final List<List<String>> BUNDLES = List.of(
            List.of("TASK_CREATE"),
            List.of("MANDATE_GRANT", "TASK_CREATE"),
            List.of("MANDATE_GRANT", "MANDATE_REVOKE", "MANDATE_READ", "TASK_EDIT"),
            List.of("MANDATE_GRANT", "MANDATE_REVOKE", "MANDATE_READ", "TASK_CREATE", "JOURNAL_READ"));
    /** What a storm may be told; anything else is a finding. */
    private static final Set<String> EXPECTED = Set.of(
            "200",
            "201",
            "403 self-grant",
            "403 no-mandate",
            "403 beyond-own-authority",
            "403 own-grantor",
            "403 not-yours",
            "403 ended-above",
            "404 not-found",
            "409 mandate-revoked",
            "409 mandate-not-revoked",
            "409 not-restorable",
            "409 grantor-gone",
            "409 busy",
            "503 busy");

    @Inject
    People people;

    private final String town = People.freshTown();
    private final ConcurrentLinkedQueue<String> answers = new ConcurrentLinkedQueue<>();
    private final List<UUID> ids = new ArrayList<>();

    @Test
    void I_20_random_trees_of_grants_never_escalate() {
        var groups = List.of(town, town + ".north", town + ".north.street", town + ".south");
        groups.forEach(people::grow);
        List<Callable<Void>> actors = new ArrayList<>();
        for (var i = 0; i < 6; i++) {
            var person = people.newcomer();
            people.appoint(person, LEAD, groups.get(i % 3));
            ids.add(person.id());
            var wire = Wire.of(person);
            var dice = new Random(SEED + i);
            actors.add(() -> act(wire, dice, groups));
        }
        Concurrently.race(actors);
        var kinds = new TreeMap<String, Long>();
        answers.forEach(kind -> kinds.merge(kind, 1L, Long::sum));
        Log.infof("Seed %d: %s", SEED, kinds);
        assertThat(EXPECTED).containsAll(kinds.keySet());
        assertThat(kinds.get("201")).as("grants that were made").isGreaterThan(10);
        assertThat(kinds).containsKey("403 beyond-own-authority");
        Invariants.hold();
    }

    private Void act(Wire wire, Random dice, List<String> groups) {
        for (var i = 0; i < ACTS_EACH; i++) {
            var group = groups.get(dice.nextInt(groups.size()));
            var answer =
                    switch (dice.nextInt(10)) {
                        case 0, 1 -> end(wire, dice);
                        case 2 -> deputise(wire, dice);
                        case 3 -> wire.act("/mandates/" + any(dice) + "/restore");
                        default -> wire.post("/mandates", wanted(dice, group));
                    };
            answers.add(answer.kind());
        }
        return null;
    }

    private Map<String, Object> wanted(Random dice, String group) {
        var wanted = new HashMap<String, Object>();
        wanted.put("memberId", ids.get(dice.nextInt(ids.size())));
        wanted.put("group", group);
        wanted.put("kind", KINDS.get(dice.nextInt(2)));
        wanted.put("capabilities", BUNDLES.get(dice.nextInt(BUNDLES.size())));
        wanted.put("delegationDepth", dice.nextInt(5));
        wanted.put(
                "until",
                Instant.now().plus(1L + dice.nextInt(400), ChronoUnit.DAYS).toString());
        return wanted;
    }

    private Wire.Answer end(Wire wire, Random dice) {
        return wire.post("/mandates/" + any(dice) + "/revoke", Offices.WHY);
    }

    private Wire.Answer deputise(Wire wire, Random dice) {
        var until = Instant.now().plus(1L + dice.nextInt(400), ChronoUnit.DAYS).toString();
        var wanted = Map.of("memberId", ids.get(dice.nextInt(ids.size())), "until", until);
        return wire.post("/mandates/" + any(dice) + "/deputies", wanted);
    }

    private UUID any(Random dice) {
        var known = Sql.column(
                UUID.class,
                "select m.id from mandate m join local_group g on g.id = m.group_id where g.path like ? || '%' order by 1",
                town);
        return known.get(dice.nextInt(known.size()));
    }
}
