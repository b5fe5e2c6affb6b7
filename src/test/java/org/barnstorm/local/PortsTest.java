package org.barnstorm.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {
    @Test
    void unchanged_they_are_the_usual_ones() {
        assertThat(Ports.from(name -> null)).isEqualTo(new Ports(8080, 9000, 8180, 8190, 54329));
    }

    @Test
    void each_can_be_changed() {
        var properties = Map.of(
                "barnstorm.local.http-port", "1",
                "barnstorm.local.management-port", "2",
                "barnstorm.local.keycloak-port", "3",
                "barnstorm.local.keycloak-management-port", "4",
                "barnstorm.local.postgres-port", "5");
        assertThat(Ports.from(properties::get)).isEqualTo(new Ports(1, 2, 3, 4, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "0", "65536", "-1"})
    void what_is_no_port_is_refused_with_its_name(String value) {
        assertThatExceptionOfType(LocalFailure.class)
                .isThrownBy(() -> Ports.from(name -> value))
                .withMessageContaining("barnstorm.local.http-port")
                .withMessageContaining("\"" + value + "\"");
    }

    @Test
    void free_ports_are_no_reason_to_complain() {
        assertThat(Ports.free().complaint()).isEmpty();
    }

    @Test
    void a_taken_port_gets_a_sentence_that_says_which_and_how_to_change_it() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var taken = other.getLocalPort();
            var free = Ports.free();
            var ports = new Ports(free.http(), free.management(), taken, free.keycloakManagement(), free.postgres());
            assertThat(ports.complaint()).hasValueSatisfying(sentence -> assertThat(sentence)
                    .contains("Port " + taken, "Keycloak", "-Dbarnstorm.local.keycloak-port=" + (taken + 1)));
        }
    }

    @Test
    void one_port_for_two_servers_is_found_before_either_starts() {
        var free = Ports.free();
        var ports = new Ports(free.http(), free.management(), free.keycloak(), free.http(), free.postgres());
        assertThat(ports.complaint())
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("twice", "keycloak-management-port"));
    }

    @Test
    void free_ports_differ() {
        var ports = Ports.free();
        assertThat(IntStream.of(
                        ports.http(),
                        ports.management(),
                        ports.keycloak(),
                        ports.keycloakManagement(),
                        ports.postgres()))
                .doesNotHaveDuplicates();
    }
}
