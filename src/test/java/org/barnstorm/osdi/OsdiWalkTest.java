package org.barnstorm.osdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Drives;
import org.barnstorm.testing.Integrators;
import org.barnstorm.testing.Node;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** ketting, a client for HAL that nobody here wrote and that Spoke uses, walks from the entry point to everything there is. */
@QuarkusTest
class OsdiWalkTest {
    private static final String ABSENT =
            "\n*** node, npm or the package ketting is absent: NO OTHER PROGRAM FOLLOWS OUR LINKS in this run. ***\n";
    private static final Path SCRIPT = Path.of("src", "test", "resources", "osdi-walk.mjs");

    private static Path ketting;

    @TestHTTPResource("/osdi/v1")
    URI entry;

    @Inject
    People people;

    private final String town = People.freshTown();

    @BeforeAll
    static void it_is_there() {
        if (Node.run("", List.of("node", "--version")) != null) {
            ketting = Node.installed("ketting", "8.0.0", "dist/index.js");
        }
        if (ketting != null) return;
        if ("true".equals(System.getenv("CI"))) throw new AssertionError(ABSENT);
        System.err.println(ABSENT);
        assumeTrue(false, ABSENT);
    }

    @Test
    void it_follows_every_link_from_the_entry_point() throws IOException {
        var lead = people.with(Role.LEAD, town);
        var campaign = Drives.campaign(lead, town);
        for (var i = 0; i < 26; i++) Work.open(lead, OsdiClient.meeting(town, "Stall " + i));
        var labelled = OsdiClient.meeting(town, "Labelled");
        labelled.put("campaignId", campaign);
        var event = Work.open(lead, labelled);
        var ada = people.member(town, "Ada Lovelace");
        var hold = Work.claim(ada, event);
        var ben = people.member(town, "Ben Bow");
        var program = Integrators.integration(people, town, Integrators.EVERYTHING);

        var absolute = ketting.toAbsolutePath().toString();
        var output = Node.run(
                program.token(),
                List.of(
                        "node",
                        SCRIPT.toString(),
                        absolute,
                        entry.toString(),
                        "ada." + town + "@example.org",
                        "barnstorm:" + ben.id()));

        assertThat(output).as("ketting could not walk").isNotNull();
        var walk = new ObjectMapper().readTree(output);
        assertThat(walk.path("namespace").asText()).isEqualTo("barnstorm");
        assertThat(walk.path("pages").asInt()).isEqualTo(2);
        assertThat(walk.path("events")).hasSize(27);
        assertThat(walk.path("events").toString()).contains("Stall 0", "Stall 25", "Labelled");
        assertThat(walk.path("people").toString()).contains("Ada L.", "Ben B.");
        assertThat(walk.path("attendances").toString()).isEqualTo("[\"accepted\"]");
        assertThat(walk.path("attendee").asText()).isEqualTo("barnstorm:" + ada.id());
        assertThat(walk.path("attendanceOf").asText()).isEqualTo("barnstorm:" + hold);
        assertThat(walk.path("tag").asText()).isEqualTo("barnstorm:" + campaign);
        assertThat(walk.path("signup").asText()).startsWith("barnstorm:");
        assertThat(walk.path("again")).isEqualTo(walk.path("signup"));
        assertThat(walk.path("recorded").asText()).isEqualTo("needs action");
        assertThat(walk.path("refused").asInt()).isEqualTo(400);
    }
}
