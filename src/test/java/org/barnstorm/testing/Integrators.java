package org.barnstorm.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Programs that are let in, and apps of other people, with tokens as Keycloak makes them. */
public final class Integrators {
    /** Every scope that there is. */
    public static final String[] EVERYTHING = {
        "groups:read",
        "tasks:read",
        "tasks:write",
        "assignments:write",
        "members:read",
        "members:write",
        "changes:read",
        "webhooks:manage"
    };

    private static final Duration TERM = Duration.ofMinutes(5);

    private Integrators() {}

    /** The name of a client that no other test has. */
    public static String freshClient() {
        return "client-" + UUID.randomUUID();
    }

    /** What one sends to let a program in for a month. */
    public static Map<String, Object> wanted(String client, String group, String... scopes) {
        return Map.of(
                "clientId",
                client,
                "name",
                "Phone bank",
                "group",
                group,
                "scopes",
                List.of(scopes),
                "until",
                in(Duration.ofDays(30)));
    }

    /** So long from now, as the database keeps it. */
    public static String in(Duration time) {
        return Instant.now().plus(time).truncatedTo(ChronoUnit.MICROS).toString();
    }

    /** Lets a program in; answers the integration's id. */
    public static String bind(Person manager, String client, String group, String... scopes) {
        return manager.post("/integrations", wanted(client, group, scopes))
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A fresh client that was let in by the lead of the movement. */
    public static Person integration(People people, String group, String... scopes) {
        people.grow(group);
        var client = freshClient();
        bind(people.lead(group), client, group, scopes);
        return program(client);
    }

    /** Lets a program in that may send so many requests in a minute. */
    public static Person slow(People people, String group, int requestsPerMinute, String... scopes) {
        people.grow(group);
        var client = freshClient();
        var wanted = new HashMap<>(wanted(client, group, scopes));
        wanted.put("requestsPerMinute", requestsPerMinute);
        people.lead(group).post("/integrations", wanted).statusCode(201);
        return program(client);
    }

    /** Whoever has this client's secret. */
    public static Person program(String client) {
        return new Person(account(client), () -> token(client, TERM));
    }

    /** A service account's token, which has no realm roles. */
    public static String token(String client, Duration term) {
        var issuer = TestStack.issuer();
        return issuer.sign(issuer.claims(account(client), Set.of())
                .claim("azp", client)
                .claim("client_id", client)
                .claim("preferred_username", "service-account-" + client)
                .claim("scope", "profile email")
                .expiresAt(Instant.now().plus(term)));
    }

    /** The account that Keycloak makes for a client: the same each time. */
    private static TestIssuer.Account account(String client) {
        var subject = UUID.nameUUIDFromBytes(client.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new TestIssuer.Account(subject.toString(), null, client + "@example.org");
    }

    /** Somebody in an app that is not the movement's own, which they let do this. */
    public static Person inOthersApp(Person person, String... scopes) {
        var issuer = TestStack.issuer();
        return new Person(
                person.account(),
                () -> issuer.sign(issuer.claims(person.account(), Set.of("member"))
                        .claim("azp", "others-app")
                        .claim("scope", "openid " + String.join(" ", scopes))));
    }
}
