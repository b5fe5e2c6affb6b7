package org.barnstorm.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.IntStream;
import org.barnstorm.testing.TestIssuer;

/** Tokens of those who send requests, signed before anything is measured. */
final class Badges {
    private static final Duration TERM = Duration.ofHours(12);
    private static final Set<String> PERSON = Set.of("member");
    private static final Set<String> ADMIN = Set.of("member", "admin");

    /** Somebody with an account, and their token. */
    record Badge(String subject, String token) {}

    private final TestIssuer issuer;
    private final String lead;
    private byte[][] tokens;

    Badges(TestIssuer issuer) {
        this.issuer = issuer;
        this.lead = newcomer().token();
    }

    /** Signs for the first so many members; each signature costs the better part of a millisecond. */
    void sign(int people) {
        tokens = IntStream.range(0, people)
                .mapToObj(i -> new TestIssuer.Account(World.subject(i), "Member " + i, "member" + i + "@example.org"))
                .map(account -> token(account, PERSON).getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
    }

    byte[] of(int member) {
        return tokens[member];
    }

    String text(int member) {
        return new String(tokens[member], StandardCharsets.US_ASCII);
    }

    /** The lead of the movement. */
    String lead() {
        return lead;
    }

    String admin() {
        return token(TestIssuer.Account.called("Admin Istrator"), ADMIN);
    }

    Badge newcomer() {
        var account = TestIssuer.Account.called("New Comer");
        return new Badge(account.subject(), token(account, PERSON));
    }

    private String token(TestIssuer.Account account, Set<String> roles) {
        return issuer.sign(issuer.claims(account, roles).expiresAt(Instant.now().plus(TERM)));
    }
}
