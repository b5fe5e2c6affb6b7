package org.barnstorm.training.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import org.barnstorm.platform.security.Link;
import org.barnstorm.testing.SigningKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateKeysTest {
    private static final String ADDRESS = "https://barnstorm.example.org";

    @Test
    void without_a_key_certificates_are_off() {
        var keys = keys(null, null, null);
        assertThat(keys.signing()).isEmpty();
    }

    @Test
    void old_keys_are_published_with_the_new_one_and_no_private_part() throws ParseException {
        var now = SigningKeys.rsa(2048);
        var before = SigningKeys.rsa(2048);
        var keys = keys(
                SigningKeys.pem("PRIVATE KEY", now.getPrivate()),
                SigningKeys.pem("PUBLIC KEY", before.getPublic()),
                ADDRESS);
        var published = JWKSet.parse(keys.published());
        assertThat(published.containsNonPublicKeys()).isFalse();
        assertThat(published.getKeys()).hasSize(2).allSatisfy(key -> assertThat(key.getKeyID())
                .isEqualTo(ADDRESS + "/certificates/keys/" + key.computeThumbprint()));
        var thumbprint = published.getKeys().get(1).getKeyID().replaceAll(".*/", "");
        assertThat(keys.published(thumbprint))
                .hasValueSatisfying(key -> assertThat(key).contains(thumbprint));
        assertThat(keys.published("other")).isEmpty();
    }

    @Test
    void a_weak_key_stops_the_service() {
        stops(SigningKeys.pem("PRIVATE KEY", SigningKeys.rsa(1024).getPrivate()), null, ADDRESS, "2048");
        var good = SigningKeys.pem("PRIVATE KEY", SigningKeys.rsa(2048).getPrivate());
        stops(good, SigningKeys.pem("PUBLIC KEY", SigningKeys.rsa(1024).getPublic()), ADDRESS, "2048");
    }

    @Test
    void what_is_no_key_stops_the_service() {
        stops("secret", null, ADDRESS, "PKCS #8");
        stops(SigningKeys.pem("PRIVATE KEY", SigningKeys.rsa(2048).getPublic()), null, ADDRESS, "RSA");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "http://barnstorm.example.org", "https://barnstorm.example.org/", "barnstorm.example.org"})
    void a_key_needs_an_address_that_lasts(String address) {
        var good = SigningKeys.pem("PRIVATE KEY", SigningKeys.rsa(2048).getPrivate());
        stops(good, null, address, "address");
    }

    @Test
    void links_have_192_bits_and_do_not_repeat() {
        var chance = new Random(3);
        var seen = new HashSet<String>();
        for (var i = 0; i < 1000; i++) {
            var link = Link.random(chance);
            assertThat(Base64.getUrlDecoder().decode(link.secret())).hasSize(24);
            assertThat(link.hash()).hasSize(32);
            assertThat(seen.add(link.secret())).isTrue();
            assertThat(link.toString()).doesNotContain(link.secret());
        }
    }

    private static void stops(String key, String former, String address, String why) {
        assertThatIllegalStateException()
                .isThrownBy(() -> keys(key, former, address))
                .withMessageContaining("barnstorm.certificates")
                .withMessageContaining(why);
    }

    private static CertificateKeys keys(String key, String former, String address) {
        return new CertificateKeys(new CertificateConfig() {
            @Override
            public Optional<String> key() {
                return Optional.ofNullable(key);
            }

            @Override
            public Optional<String> formerKeys() {
                return Optional.ofNullable(former);
            }

            @Override
            public Optional<String> address() {
                return Optional.ofNullable(address);
            }

            @Override
            public String issuerName() {
                return "Barnstorm";
            }
        });
    }
}
