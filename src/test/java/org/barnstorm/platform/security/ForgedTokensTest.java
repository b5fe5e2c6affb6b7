package org.barnstorm.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.barnstorm.testing.Forge;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Problems;
import org.barnstorm.testing.TestIssuer;
import org.barnstorm.testing.TestStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that are not what they seem (T-35). */
@QuarkusTest
class ForgedTokensTest {
    private final TestIssuer issuer = TestStack.issuer();

    private Forge forge() {
        return Forge.of(issuer);
    }

    private PrivateKey genuine() {
        return issuer.key().pair().getPrivate();
    }

    private static void refuse(String token) {
        Problems.refused(Person.withToken(token).get("/me"), 401, "unauthenticated");
    }

    /** The others prove nothing unless this one is let in. */
    @Test
    void an_unspoilt_token_is_accepted() {
        Person.withToken(forge().signedBy(genuine())).get("/me").then().statusCode(200);
    }

    static Stream<Arguments> a_token_with_a_wrong_claim_is_refused() {
        var now = Instant.now().getEpochSecond();
        var issuer = TestStack.issuer().url();
        return Stream.of(
                Arguments.of("iss", "https://evil.example/realms/barnstorm"),
                Arguments.of("iss", issuer + "/"),
                Arguments.of("iss", issuer.toUpperCase(Locale.ROOT)),
                Arguments.of("iss", null),
                Arguments.of("aud", "account"),
                Arguments.of("aud", List.of("account", "Barnstorm-API")),
                Arguments.of("aud", null),
                Arguments.of("typ", "ID"),
                Arguments.of("typ", "Refresh"),
                Arguments.of("typ", "bearer"),
                Arguments.of("typ", List.of("Bearer")),
                Arguments.of("typ", null),
                Arguments.of("exp", now - 60),
                Arguments.of("exp", 0),
                Arguments.of("exp", null),
                Arguments.of("exp", "tomorrow"),
                Arguments.of("nbf", now + 600),
                Arguments.of("iat", "yesterday"),
                Arguments.of("azp", null),
                Arguments.of("sub", null));
    }

    @ParameterizedTest
    @MethodSource
    void a_token_with_a_wrong_claim_is_refused(String claim, Object value) {
        refuse(forge().claim(claim, value).signedBy(genuine()));
    }

    @Test
    void an_id_token_is_not_an_access_token() {
        refuse(forge().claim("typ", "ID").claim("aud", TestIssuer.CLIENT).signedBy(genuine()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE", ""})
    void an_unsigned_token_is_refused(String algorithm) {
        var unsigned = forge().header("alg", algorithm).header("kid", null).signed(content -> new byte[0]);
        refuse(unsigned);
        refuse(unsigned.substring(0, unsigned.length() - 1));
        refuse(forge().header("alg", algorithm).signedBy(genuine()));
    }

    /** An attacker knows the public key; a verifier that lets the token choose HS256 would take it for the secret. */
    @Test
    void the_public_key_is_no_secret() {
        var key = issuer.key().publicKey();
        var pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        for (var secret : List.of(
                key.getEncoded(),
                pem.getBytes(StandardCharsets.US_ASCII),
                TestIssuer.jwk(issuer.key()).getBytes(StandardCharsets.US_ASCII),
                key.getModulus().toByteArray())) {
            refuse(forge().sealedWith(secret));
            refuse(forge().header("kid", null).sealedWith(secret));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS384", "RS512", "PS256", "ES256", "HS512", "EdDSA", "rs256"})
    void no_other_algorithm_is_allowed(String algorithm) {
        refuse(forge().header("alg", algorithm).signedBy(genuine()));
    }

    @Test
    void a_strangers_signature_is_refused() {
        var stranger = TestIssuer.freshKeys().getPrivate();
        refuse(forge().signedBy(stranger));
        refuse(forge().header("kid", null).signedBy(stranger));
    }

    @Test
    void a_signature_that_is_cut_off_or_doubled_is_refused() {
        var token = forge().signedBy(genuine());
        var parts = token.split("\\.");
        refuse(parts[0] + '.' + parts[1]);
        refuse(parts[0] + '.' + parts[1] + '.');
        refuse(token + '.' + parts[2]);
        refuse(token + parts[2]);
        refuse(token.substring(0, token.length() - 10));
        refuse('.' + parts[1] + '.' + parts[2]);
    }

    @Test
    void claims_changed_after_signing_are_refused() {
        var parts = forge().signedBy(genuine()).split("\\.");
        var others = forge().claim("sub", "admin").signedBy(genuine()).split("\\.");
        refuse(parts[0] + '.' + others[1] + '.' + parts[2]);
    }

    @Test
    void a_key_that_the_token_brings_along_is_not_used_and_not_fetched() {
        try (var canary = TestIssuer.start()) {
            var own = canary.key();
            var secret = own.pair().getPrivate();
            var jwk = Map.of(
                    "kty", "RSA", "kid", own.id(), "n", base64(own.publicKey().getModulus()), "e", "AQAB");
            for (var kid : Arrays.asList(own.id(), issuer.key().id(), null)) {
                refuse(forge().header("kid", kid).header("jwk", jwk).signedBy(secret));
                refuse(forge().header("kid", kid)
                        .header("jku", canary.keysUrl())
                        .signedBy(secret));
                refuse(forge().header("kid", kid).header("x5u", canary.url()).signedBy(secret));
                refuse(forge().header("kid", kid).header("x5c", List.of("MIIB")).signedBy(secret));
            }
            refuse(forge().header("kid", canary.keysUrl()).signedBy(secret));
            refuse(forge().claim("iss", canary.url()).signedBy(secret));
            assertThat(canary.fetches()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../../dev/null",
                "/dev/null",
                "file:///etc/passwd",
                "' or '1'='1",
                "x' union select 'secret'--",
                "\u0000",
                "",
                "%00"
            })
    void a_key_id_is_looked_up_and_never_opened(String kid) {
        refuse(forge().header("kid", kid).signedBy(TestIssuer.freshKeys().getPrivate()));
        refuse(forge().header("kid", kid).sealedWith(new byte[] {0}));
    }

    @Test
    void a_key_id_that_is_not_text_is_refused() {
        refuse(forge().header("kid", List.of(issuer.key().id()))
                .signedBy(TestIssuer.freshKeys().getPrivate()));
        refuse(forge().header("crit", List.of("x")).signedBy(genuine()));
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "...", "a.b", "a.b.c", "e30.e30.e30", "null", "{}", "a.b.c.d.e"})
    void noise_is_refused(String noise) {
        refuse(noise);
    }

    @Test
    void a_huge_token_is_refused() {
        refuse(forge().claim("padding", "x".repeat(9_000))
                .signedBy(TestIssuer.freshKeys().getPrivate()));
        refuse("a".repeat(12_000));
    }

    @Test
    void encrypting_a_token_does_not_help() {
        refuse("eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.AAAA.AAAA.AAAA.AAAA");
        refuse("eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAAA.AAAA.AAAA");
    }

    private static String base64(BigInteger number) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(number.toByteArray());
    }
}
