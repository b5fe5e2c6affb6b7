package org.barnstorm.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose address it is (T-40). */
class AddressesTest {
    @Test
    void one_ipv6_network_is_one_owner_however_its_addresses_are_written() {
        var owner = Addresses.owner("2001:db8:1:2::1");
        assertThat(Addresses.owner("2001:db8:1:2:ffff:ffff:ffff:ffff")).isEqualTo(owner);
        assertThat(Addresses.owner("2001:0DB8:0001:0002::1")).isEqualTo(owner);
        assertThat(Addresses.owner("2001:db8:1:2::1%eth0")).isEqualTo(owner);
        assertThat(Addresses.owner("2001:db8:1:3::1")).isNotEqualTo(owner);
    }

    @Test
    void an_ipv4_address_is_itself_also_within_ipv6() {
        assertThat(Addresses.owner("192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(Addresses.owner("::ffff:192.0.2.7")).isEqualTo("192.0.2.7");
    }

    /** What a proxy hands on may be anything that somebody sent it. */
    @ParameterizedTest
    @ValueSource(strings = {"", "example.org", "dead.beef", "_hidden", "unknown", "1.2.3", "999.1.1.1", "::g", "1:2:3"})
    void what_is_no_number_is_never_looked_up(String address) {
        assertThat(Addresses.owner(address)).isEqualTo(Addresses.UNKNOWN);
    }
}
