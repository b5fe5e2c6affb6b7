package org.barnstorm.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientPolicyTest {
    private static final String ISSUER = "https://id.example.org/realms/barnstorm";

    private static String policy(String issuer, String tiles) {
        return ClientPolicy.headers(issuer, Optional.ofNullable(tiles)).get("Content-Security-Policy");
    }

    @Test
    void nothing_is_allowed_but_what_is_named() {
        assertThat(policy(ISSUER, null))
                .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
                        + "connect-src 'self' https://id.example.org; frame-src 'self' https://id.example.org; "
                        + "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self' https://id.example.org; "
                        + "frame-ancestors 'self'");
    }

    @Test
    void pictures_of_maps_come_from_where_they_are_made_and_nothing_else_does() {
        assertThat(policy(ISSUER, "https://tiles.example.org/osm/{z}/{x}/{y}.png"))
                .contains("img-src 'self' https://tiles.example.org;")
                .containsOnlyOnce("tiles.example.org");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8180/realms/barnstorm, http://localhost:8180",
        "http://[::1]:8180/realms/barnstorm, http://[::1]:8180",
        "https://id.example.org, https://id.example.org"
    })
    void of_an_address_only_scheme_host_and_port_count(String issuer, String origin) {
        assertThat(policy(issuer, null)).contains("connect-src 'self' " + origin + ";");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://{s}.tiles.example.org/{z}/{x}/{y}.png",
                "https://tiles.example.org; script-src *",
                "https://tiles.example.org *",
                "//tiles.example.org/{z}",
                "ftp://tiles.example.org/",
                "https://somebody@tiles.example.org/",
                ""
            })
    void what_is_no_plain_address_ends_the_start(String address) {
        assertThatIllegalStateException().isThrownBy(() -> policy(ISSUER, address));
    }
}
