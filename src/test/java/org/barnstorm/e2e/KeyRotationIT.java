package org.barnstorm.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Keys come and go at Keycloak; the packaged service must follow, whatever strangers send meanwhile. */
@QuarkusIntegrationTest
@WithTestResource(KeycloakResource.class)
class KeyRotationIT {
    /** The service asks Keycloak again at most once a minute. */
    private static final Duration NEXT_LOOK = Duration.ofSeconds(90);

    private final KeycloakPeople people = Servers.get().people();

    @Test
    void a_forged_key_id_does_not_keep_a_genuine_rotation_out() {
        var before = people.token("volunteer");
        assertThat(statusWith(before)).isEqualTo(200);
        assertThat(statusWith(forged())).isEqualTo(401);
        var admin = Servers.get().keycloak().admin();
        var key = admin.addSigningKey("rotated-" + UUID.randomUUID(), 200);
        try {
            var after = people.token("volunteer");
            assertThat(KeycloakPeople.keyId(after)).isNotEqualTo(KeycloakPeople.keyId(before));
            await().atMost(NEXT_LOOK)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(statusWith(after)).isEqualTo(200));
            assertThat(statusWith(before)).as("a token of the key before").isEqualTo(200);
            assertThat(statusWith(forged())).isEqualTo(401);
        } finally {
            admin.setKeyPriority(key, 1); // still published, signs no more
        }
        assertThat(statusWith(people.token("volunteer"))).isEqualTo(200);
    }

    /** An address open to everybody: a token is checked wherever it is sent, and a bad one is refused even there. */
    private static int statusWith(String token) {
        return given().auth().oauth2(token).get("/openapi").statusCode();
    }

    private static String forged() {
        try {
            var keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
            return Jwt.issuer(Servers.get().keycloak().options().issuer())
                    .subject(UUID.randomUUID().toString())
                    .audience("barnstorm-api")
                    .claim("azp", "barnstorm-web")
                    .claim("typ", "Bearer")
                    .expiresIn(300)
                    .jws()
                    .keyId("forged-" + UUID.randomUUID())
                    .sign(keys.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
