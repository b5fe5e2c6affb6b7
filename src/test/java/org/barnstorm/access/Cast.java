package org.barnstorm.access;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
    private static final Duration LASTING = Duration.ofHours(2);

    private final People people;
    private final Scene scene;
    private final String elsewhere = People.freshTown();
    private final Map<Standing, String> tokens = new HashMap<>();

    Cast(People people, Scene scene) {
        this.people = people;
        this.scene = scene;
        for (var standing : Standing.all()) tokens.put(standing, appear(standing));
    }

    String token(Standing standing) {
        return tokens.get(standing);
    }

    /** One token for all requests of somebody. */
    static String lasting(Person person, String... realmRoles) {
        var issuer = TestStack.issuer();
        return issuer.sign(issuer.claims(person.account(), Set.of(realmRoles))
                .expiresAt(Instant.now().plus(LASTING)));
    }

    /** What befalls whom it concerns, between two requests with the same token. */
    String befall(Standing.State state, Person self) {
        var token = lasting(self, "member");
        Probe.send(Attempt.get("/me"), token);
        switch (state) {
            case SUSPENDED -> suspend(self, scene.town);
            case LEFT -> leave(self, scene.town);
            default -> throw new IllegalArgumentException(state + " is not tried on whom it concerns");
        }
        return token;
    }

    private String appear(Standing standing) {
        var home = home(standing.relation());
        var person = people.member(home);
        var token = lasting(person, "member");
        var isDelegated = standing.state() == Standing.State.CUT || standing.state() == Standing.State.RESTING;
        var grantor = isDelegated ? people.with(Role.LEAD, home) : null;
        var mandate = standing.role().equals(Standing.MEMBER) ? null : entrust(standing, person, grantor, home);
        var answer = Probe.send(witness(standing.role(), home), token);
        var isYetToBe = standing.state() == Standing.State.PENDING || standing.state() == Standing.State.FUTURE;
        if (answer.isDone() == isYetToBe) throw new AssertionError("The token of " + standing + " got " + answer);
        befall(standing, person, grantor, home, mandate);
        return token;
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

    private String entrust(Standing standing, Person person, Person grantor, String home) {
        var role = Role.valueOf(standing.role());
        return switch (standing.state()) {
            case PENDING -> pending(person, role, home);
            case FUTURE -> grant(people.lead(home), person, role, home, Map.of("from", scene.nextWeek()));
            case CUT, RESTING -> grant(grantor, person, role, home, Map.of("kind", "DELEGATED"));
            default -> people.appoint(person, role, home);
        };
    }

    /** The rule is there for this grant only: other rows are about grants by one person. */
    private String pending(Person person, Role role, String home) {
        rule(home, Set.copyOf(role.capabilities()));
        var mandate = people.appoint(person, role, home);
        rule(home, Set.of());
        return mandate;
    }

    private void rule(String home, Set<?> twoPerson) {
        people.lead(home)
                .replace("/groups/{path}/mandate-rules", Map.of("twoPerson", twoPerson), home)
                .statusCode(200);
    }

    private static String grant(Person by, Person to, Role role, String group, Map<String, ?> how) {
        var wanted = new HashMap<String, Object>(how);
        wanted.putAll(Map.of("memberId", to.id(), "group", group, "role", role));
        return by.post("/mandates", wanted).statusCode(201).extract().path("id");
    }

    /** Something that asks for this role's authority. */
    private static Attempt witness(String role, String home) {
        return Attempt.get(
                switch (role) {
                    case "LEAD" -> "/mandates?group=" + home;
                    case "ORGANISER", "VERIFIER" -> "/groups/" + home + "/board";
                    case "TRAINER" -> "/groups/" + home + "/members";
                    case "STEWARD" -> "/journal?group=" + home;
                    default -> "/me/next";
                });
    }

    private void befall(Standing standing, Person person, Person grantor, String home, String mandate) {
        switch (standing.state()) {
            case ACTIVE, PENDING, FUTURE -> {}
            case SUSPENDED -> suspend(person, home);
            case SUSPENDED_ABOVE -> suspend(person, scene.region);
            case SUSPENDED_BESIDE -> suspend(person, scene.beside);
            case LIFTED -> act(home, "/suspensions/{id}/lift", suspend(person, home));
            case EXPIRED -> Sql.run("update mandate set valid_until = now() where id = ?", UUID.fromString(mandate));
            case REVOKED -> revoke(mandate, home);
            case RESTORED -> {
                revoke(mandate, home);
                act(home, "/mandates/{id}/restore", mandate);
            }
            case LEFT -> leave(person, home);
            case CUT -> revoke(grantor.get("/me/mandates").extract().path("items[0].id"), home);
            case RESTING -> suspend(grantor, home);
        }
    }

    private void leave(Person person, String group) {
        person.delete("/groups/{path}/membership", group).statusCode(204);
    }

    private void revoke(String mandate, String group) {
        people.lead(group)
                .post("/mandates/{id}/revoke", Map.of("reason", "Moved away."), mandate)
                .statusCode(200);
    }

    private void act(String group, String path, String id) {
        people.lead(group).act(path, id).statusCode(200);
    }

    /** Answers the suspension's id; none where they are suspended already. */
    private String suspend(Person person, String group) {
        var answer = people.lead(group).post("/groups/{path}/suspensions", scene.suspension(person), group);
        return answer.extract().statusCode() == 409
                ? null
                : answer.statusCode(201).extract().path("id");
    }
}
