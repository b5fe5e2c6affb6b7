package org.barnstorm.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import java.time.Duration;
import java.util.Set;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Forge;
import org.barnstorm.testing.TestIssuer;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.jose4j.lang.UnresolvableKeyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rotation of keys, forged key ids, an issuer that is away (T-17, T-18). */
class PublishedKeysTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final TestIssuer.Key FOREIGN = new TestIssuer.Key("foreign", TestIssuer.freshKeys());

    final TestIssuer issuer = TestIssuer.start();

    @AfterEach
    void stop() {
        issuer.close();
    }

    private PublishedKeys keys(Duration coolDown) {
        return new PublishedKeys(context(), coolDown);
    }

    private JWTAuthContextInfo context() {
        var context = new JWTAuthContextInfo(issuer.keysUrl(), issuer.url());
        context.setSignatureAlgorithm(Set.of(SignatureAlgorithm.RS256));
        context.setJwksRefreshInterval(60);
        return context;
    }

    private boolean accepts(PublishedKeys keys, String token) {
        try {
            new AccessTokens(keys).parse(token, context());
            return true;
        } catch (ParseException e) {
            return false;
        }
    }

    private String genuine() {
        return Forge.of(issuer).signedBy(issuer.key().pair().getPrivate());
    }

    private String forged(String kid) {
        return Forge.of(issuer).header("kid", kid).signedBy(FOREIGN.pair().getPrivate());
    }

    @Test
    void many_tokens_need_one_fetch() {
        var keys = keys(LONG);
        assertThat(Concurrently.times(10, () -> accepts(keys, genuine()))).containsOnly(true);
        assertThat(issuer.fetches()).isEqualTo(1);
    }

    @Test
    void the_first_tokens_after_a_rotation_are_accepted_all_of_them() {
        var keys = keys(LONG);
        var before = genuine();
        assertThat(accepts(keys, before)).isTrue();
        issuer.rotate();
        assertThat(Concurrently.times(10, () -> accepts(keys, genuine()))).containsOnly(true);
        assertThat(accepts(keys, before)).as("the old key is still published").isTrue();
        assertThat(issuer.fetches()).isEqualTo(2);
    }

    @Test
    void a_flood_of_forged_key_ids_causes_one_fetch_for_each_cool_down() {
        var keys = keys(LONG);
        assertThat(accepts(keys, genuine())).isTrue();
        for (int i = 0; i < 1_000; i++)
            assertThat(accepts(keys, forged("forged-" + i))).isFalse();
        assertThat(accepts(keys, genuine())).isTrue();
        assertThat(issuer.fetches()).isEqualTo(2);
    }

    @Test
    void a_forged_key_id_keeps_a_rotation_out_no_longer_than_the_cool_down() {
        var keys = keys(Duration.ofMillis(300));
        assertThat(accepts(keys, genuine())).isTrue();
        assertThat(accepts(keys, forged("forged"))).isFalse();
        issuer.rotate();
        await().atMost(ONE_MINUTE).until(() -> accepts(keys, genuine()));
    }

    @Test
    void while_the_issuer_is_away_known_keys_still_verify() {
        var keys = keys(Duration.ZERO);
        assertThat(accepts(keys, genuine())).isTrue();
        issuer.close();
        assertThat(accepts(keys, forged("forged"))).isFalse();
        assertThat(accepts(keys, genuine())).isTrue();
    }

    @Test
    void nobody_is_ready_before_the_keys_were_fetched_once() {
        var ready = new SigningKeysCheck(keys(LONG));
        assertThat(ready.call().getStatus()).isEqualTo(Status.UP);
        issuer.close();
        assertThat(ready.call().getStatus()).as("loaded once is loaded").isEqualTo(Status.UP);
        assertThat(new SigningKeysCheck(keys(LONG)).call().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void what_is_no_list_of_keys_is_not_taken_for_one() {
        issuer.answerInstead("<html>Bad gateway</html>");
        var keys = keys(LONG);
        assertThat(accepts(keys, genuine())).isFalse();
        assertThat(new SigningKeysCheck(keys).call().getStatus()).isEqualTo(Status.DOWN);
        issuer.answerInstead(null);
        assertThat(new SigningKeysCheck(keys).call().getStatus()).isEqualTo(Status.UP);
        assertThat(accepts(keys, genuine())).isTrue();
    }

    @Test
    void keys_that_were_loaded_outlive_noise() {
        var keys = keys(Duration.ZERO);
        assertThat(accepts(keys, genuine())).isTrue();
        issuer.answerInstead("<html>Bad gateway</html>");
        assertThat(accepts(keys, forged("forged"))).isFalse();
        assertThat(accepts(keys, genuine())).isTrue();
    }

    @Test
    void without_an_issuer_nobody_gets_in() {
        issuer.close();
        var keys = keys(LONG);
        assertThatExceptionOfType(UnresolvableKeyException.class).isThrownBy(keys::load);
        assertThat(accepts(keys, genuine())).isFalse();
    }
}
