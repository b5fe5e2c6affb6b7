package org.barnstorm.access;

import static org.barnstorm.access.Attempt.act;
import static org.barnstorm.access.Attempt.get;
import static org.barnstorm.access.Attempt.post;
import static org.barnstorm.access.Attempt.put;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.barnstorm.access.Standing.State;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.TestStack;

/**
 * Somebody for each standing. Each has one token, which was good for something before it befell them, and is the one that
 * they go on with (T-48).
 */
final class Cast {
    /** So much longer than a token's usual life that none runs out during the test. */
    static final Duration LASTING = Duration.ofHours(2);

    private static final Set<State> YET_TO_BE = Set.of(State.PENDING, State.FUTURE);

    private final People people;
    private final Scene scene;
    private final String elsewhere = People.freshTown();
    private final Map<String, String> keepers = new HashMap<>();
    private final Map<Standing, String> tokens = new ConcurrentHashMap<>();

    /** A member and their token. */
    private record Actor(String id, String token) {}

    Cast(People people, Scene scene) {
        this.people = people;
        this.scene = scene;
        for (var relation : Standing.Relation.values()) {
            var home = home(relation);
            people.grow(home);
            keepers.computeIfAbsent(movement(home), slug -> lasting(people.lead(home), "member"));
        }
        var alone = Standing.all().stream().collect(Collectors.partitioningBy(each -> each.state() == State.PENDING));
        alone.get(true).forEach(this::appear); // while a rule for two people is set, nobody else is to be appointed
        Probe.together(alone.get(false), this::appear);
    }

    String token(Standing standing) {
        return tokens.get(standing);
    }

    /** One token for all requests of somebody. */
    static String lasting(Person person, String... realmRoles) {
        var issuer = TestStack.issuer();
        return issuer.sign(
                issuer.claims(person.account(), Arrays.stream(realmRoles).collect(Collectors.toSet()))
                        .expiresAt(Instant.now().plus(LASTING)));
    }

    /** What befalls whom it concerns, between two requests with the same token. */
    String befall(State state, Person self) {
        var actor = new Actor(self.id().toString(), lasting(self, "member"));
        done(get("/me"), actor.token);
        switch (state) {
            case SUSPENDED -> suspendUnlessAlready(actor);
            case LEFT -> leave(actor, scene.town);
            default -> throw new IllegalArgumentException(state + " is not tried on whom it concerns");
        }
        return actor.token;
    }

    private void appear(Standing standing) {
        var home = home(standing.relation());
        var actor = member(home);
        var state = standing.state();
        var grantor = state == State.CUT || state == State.RESTING ? member(home) : null;
        var office = grantor == null ? null : grant(keeper(home), grantor, Role.LEAD, home, Map.of());
        var by = grantor == null ? keeper(home) : grantor.token;
        var mandate = standing.role().equals(Standing.MEMBER) ? null : entrust(standing, actor, by, home);
        var answer = Probe.send(witness(standing.role(), home), actor.token);
        if (answer.isDone() == YET_TO_BE.contains(state)) {
            throw new AssertionError("The token of " + standing + " got " + answer);
        }
        befall(standing, actor, mandate);
        if (state == State.CUT) revoke(office, home);
        if (state == State.RESTING) suspend(grantor, home);
        tokens.put(standing, actor.token);
    }

    private String home(Standing.Relation relation) {
        return switch (relation) {
            case OWN, SELF -> scene.town;
            case PARENT -> scene.region;
            case CHILD -> scene.town + ".below";
            case SIBLING -> scene.beside;
            case OTHER -> elsewhere;
        };
    }

    private Actor member(String home) {
        var token = lasting(people.newcomer(), "member");
        var joined = done(act("put", "/groups/" + home + "/membership"), token);
        return new Actor(joined.field("memberId"), token);
    }

    private String entrust(Standing standing, Actor actor, String by, String home) {
        var role = Role.valueOf(standing.role());
        return switch (standing.state()) {
            case PENDING -> pending(actor, role, home);
            case FUTURE -> grant(by, actor, role, home, Map.of("from", scene.nextWeek()));
            case CUT, RESTING -> grant(by, actor, role, home, Map.of("kind", "DELEGATED"));
            default -> grant(by, actor, role, home, Map.of());
        };
    }

    /** The rule is there for this grant only: other rows are about grants by one person. */
    private String pending(Actor actor, Role role, String home) {
        rule(home, role.capabilities());
        var mandate = grant(keeper(home), actor, role, home, Map.of());
        rule(home, Set.of());
        return mandate;
    }

    private void rule(String home, Set<?> twoPerson) {
        done(put("/groups/" + home + "/mandate-rules", Map.of("twoPerson", twoPerson)), keeper(home));
    }

    private static String grant(String by, Actor to, Role role, String group, Map<String, ?> how) {
        var wanted = new HashMap<String, Object>(how);
        wanted.putAll(Map.of("memberId", to.id, "group", group, "role", role));
        return done(post("/mandates", wanted), by).field("id");
    }

    /** Something that asks for this role's authority. */
    private static Attempt witness(String role, String home) {
        return get(
                switch (role) {
                    case "LEAD" -> "/mandates?group=" + home;
                    case "ORGANISER", "VERIFIER" -> "/groups/" + home + "/board";
                    case "TRAINER" -> "/groups/" + home + "/members";
                    case "STEWARD" -> "/journal?group=" + home;
                    default -> "/me/next";
                });
    }

    private void befall(Standing standing, Actor actor, String mandate) {
        var home = home(standing.relation());
        switch (standing.state()) {
            case ACTIVE, PENDING, FUTURE, CUT, RESTING -> {} // nothing befalls themselves
            case SUSPENDED -> suspend(actor, home);
            case SUSPENDED_ABOVE -> suspend(actor, scene.region);
            case SUSPENDED_BESIDE -> suspend(actor, scene.beside);
            case LIFTED -> done(act("post", "/suspensions/" + suspend(actor, home) + "/lift"), keeper(home));
            case EXPIRED -> Sql.run("update mandate set valid_until = now() where id = ?", UUID.fromString(mandate));
            case REVOKED -> revoke(mandate, home);
            case RESTORED -> {
                revoke(mandate, home);
                done(act("post", "/mandates/" + mandate + "/restore"), keeper(home));
            }
            case LEFT -> leave(actor, home);
        }
    }

    private static void leave(Actor actor, String group) {
        done(act("delete", "/groups/" + group + "/membership"), actor.token);
    }

    private void revoke(String mandate, String group) {
        done(post("/mandates/" + mandate + "/revoke", Map.of("reason", "Moved away.")), keeper(group));
    }

    private String suspend(Actor actor, String group) {
        return done(suspension(actor, group), keeper(group)).field("id");
    }

    private void suspendUnlessAlready(Actor actor) {
        var answer = Probe.send(suspension(actor, scene.town), keeper(scene.town));
        if (answer.status() != 409 && !answer.isDone()) throw new AssertionError("Suspending got " + answer);
    }

    private Attempt suspension(Actor actor, String group) {
        var body = Map.of("memberId", actor.id, "reason", "Reported.", "until", scene.nextWeek());
        return post("/groups/" + group + "/suspensions", body);
    }

    private String keeper(String group) {
        return keepers.get(movement(group));
    }

    private static String movement(String group) {
        return new GroupPath(group).movement().value();
    }

    private static Probe.Answer done(Attempt attempt, String token) {
        var answer = Probe.send(attempt, token);
        if (!answer.isDone()) throw new AssertionError(attempt + " got " + answer);
        return answer;
    }
}
