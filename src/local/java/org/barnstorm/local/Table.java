package org.barnstorm.local;

import java.util.List;
import java.util.stream.Collectors;

/** What a person needs to know once everything runs; shown on one screen. */
final class Table {
    static final String READY = "Barnstorm is ready";

    static final List<String> ACCOUNTS =
            List.of("admin", "national-lead", "local-lead", "organiser", "trainer", "volunteer", "newcomer");

    private Table() {}

    static String of(Ports ports, long pid) {
        return """

                Web client    http://localhost:%1$d/app/    (if Node.js was there to build it)
                API           http://localhost:%1$d/api/v1
                Swagger UI    http://localhost:%1$d/swagger-ui
                Health        http://localhost:%2$d/q/health    Metrics  http://localhost:%2$d/q/metrics
                Keycloak      http://localhost:%3$d/admin/barnstorm/console/    master realm: %4$s / %5$s
                PostgreSQL    127.0.0.1:%6$d/%7$s    %8$s / %9$s

                Accounts      %10$s
                              password barnstorm, e-mail NAME@demo.barnstorm.test
                              E-mail verification is off here; the production realm has it on.

                A first command:
                  TOKEN=$(curl -s http://localhost:%3$d/realms/barnstorm/protocol/openid-connect/token \\
                    -d grant_type=password -d client_id=barnstorm-cli -d username=volunteer -d password=barnstorm \\
                    | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
                  curl -s http://localhost:%1$d/api/v1/me -H "Authorization: Bearer $TOKEN"

                Stop          Ctrl-C, or from elsewhere: kill %11$d   (kill $(cat .local/barnstorm.pid))

                """.formatted(
                        ports.http(),
                        ports.management(),
                        ports.keycloak(),
                        LocalKeycloak.ADMIN,
                        LocalKeycloak.ADMIN_PASSWORD,
                        ports.postgres(),
                        LocalDatabase.NAME,
                        LocalDatabase.OWNER,
                        LocalDatabase.OWNER_PASSWORD,
                        ACCOUNTS.stream().collect(Collectors.joining(" ")),
                        pid);
    }
}
