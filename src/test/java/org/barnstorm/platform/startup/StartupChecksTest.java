package org.barnstorm.platform.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartupChecksTest {
    final Map<String, String> settings = new HashMap<>(Map.of(
            "mp.jwt.verify.issuer", "https://id.example.org/realms/barnstorm",
            "mp.jwt.verify.publickey.location", "https://id.example.org/realms/barnstorm/protocol/openid-connect/certs",
            "mp.jwt.verify.audiences", "barnstorm-api",
            "barnstorm.cursor-key", randomKey()));

    private List<String> findings() {
        return StartupChecks.configuration(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build());
    }

    private static String randomKey() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    @Test
    void a_good_configuration_starts() {
        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mp.jwt.verify.issuer",
                "mp.jwt.verify.publickey.location",
                "mp.jwt.verify.audiences",
                "barnstorm.cursor-key"
            })
    void what_is_missing_is_named(String name) {
        settings.remove(name);
        assertThat(findings()).singleElement().asString().contains(name);
    }

    @Test
    void an_issuer_with_a_slash_at_its_end_matches_no_token() {
        settings.merge("mp.jwt.verify.issuer", "/", String::concat);
        assertThat(findings()).singleElement().asString().contains("slash");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret",
                "c2hvcnQ=",
                "not base64 at all!",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE="
            })
    void a_weak_key_for_cursors_is_refused(String key) {
        settings.put("barnstorm.cursor-key", key);
        assertThat(findings()).singleElement().asString().contains("barnstorm.cursor-key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "https://*.example.org", "/.*/", "/https://.*\\.example\\.org/", "https://a.org,*"})
    void origins_are_exact(String origins) {
        settings.put("quarkus.http.cors.origins", origins);
        assertThat(findings()).singleElement().asString().contains("origins");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/https:\\/\\/[a-z]+\\.example\\.org/", "/./"})
    void an_origin_is_no_pattern(String origins) {
        settings.put("quarkus.http.cors.origins", origins);
        assertThat(findings()).singleElement().asString().contains("origins");
    }

    @Test
    void exact_origins_are_fine() {
        settings.put("quarkus.http.cors.origins", "https://app.example.org,https://desk.example.org");
        assertThat(findings()).isEmpty();
    }
}
