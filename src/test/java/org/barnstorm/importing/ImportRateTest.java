package org.barnstorm.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.importing.Imports.contacts;
import static org.barnstorm.importing.Imports.status;
import static org.hamcrest.Matchers.is;

import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a large file takes, and that it is never in memory. Small by default; {@code mvn test -Dtest=ImportRateTest
 * -Dimport.rows=100000} is the figure of docs/members-import.md.
 */
@QuarkusTest
class ImportRateTest {
    private static final int ROWS = Integer.getInteger("import.rows", 5_000);

    @Inject
    People people;

    @Inject
    ImportSweeper sweeper;

    @TempDir
    Path folder;

    private final String town = People.freshTown();
    private long highest;

    private Path file() throws IOException {
        var file = folder.resolve("people.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("uuid,first_name,last_name,email,zip_code,can2_phone,can2_user_tags,can2_subscription_status\n");
            for (var i = 0; i < ROWS; i++) {
                out.write("an-%d,First%d,Last%d,person%d@example.org,BN%d,+4477%08d,\"host, driver\",subscribed%n"
                        .formatted(i, i, i, i, i % 30, i));
            }
        }
        return file;
    }

    @Test
    void a_large_file_is_checked_and_brought_in_with_flat_memory() throws IOException {
        var lead = people.with(LEAD, town);
        var file = file();
        var before = live();
        var began = System.nanoTime();
        String id = lead.request()
                .contentType("text/csv")
                .body(file.toFile())
                .post("/groups/{path}/imports?preset=ACTION_NETWORK", town)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var uploaded = seconds(began);
        work(id, "PREVIEW");
        var checked = seconds(began);
        lead.get("/imports/{id}", id).body("preview.creates", is(ROWS));
        lead.act("/imports/{id}/start", id).statusCode(200);
        work(id, "DONE");
        var done = seconds(began);
        lead.get("/imports/{id}", id).body("progress.created", is(ROWS));
        assertThat(contacts(town)).isEqualTo(ROWS);
        Log.infof(
                "%d people (%.1f MB): uploaded after %.1f s, checked after %.1f s, brought in after %.1f s; live memory"
                        + " %.0f MB before, at most %.0f MB in between",
                ROWS, Files.size(file) / 1e6, uploaded, checked, done, before / 1e6, highest / 1e6);
        assertThat(highest - before).as("bytes of live memory").isLessThan(64_000_000);
        Invariants.hold();
    }

    private void work(String id, String until) {
        while (!status(id).equals(until)) {
            sweeper.sweep();
            highest = Math.max(highest, live());
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    /** What is left after collecting. */
    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
