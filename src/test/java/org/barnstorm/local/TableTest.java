package org.barnstorm.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
    private final String table = Table.of(new Ports(1001, 1002, 1003, 1004, 1005), 4242);

    @Test
    void it_names_addresses_accounts_and_a_first_command() {
        assertThat(table)
                .contains(
                        "http://localhost:1001/api/v1",
                        "http://localhost:1001/swagger-ui",
                        "http://localhost:1002/q/health",
                        "http://localhost:1003/admin/",
                        "127.0.0.1:1005/barnstorm")
                .contains(Table.ACCOUNTS)
                .contains("password barnstorm", "client_id=barnstorm-cli", "curl -s http://localhost:1001/api/v1/me");
    }

    @Test
    void it_says_that_mail_is_not_verified_and_how_to_stop() {
        assertThat(table).contains("verification is off").contains("kill 4242");
    }

    @Test
    void it_fits_on_a_screen_and_needs_no_terminal() {
        assertThat(table.lines()).hasSizeLessThanOrEqualTo(24).allSatisfy(line -> assertThat(line)
                .hasSizeLessThanOrEqualTo(120));
        assertThat(table).doesNotContain("\u001b");
    }
}
