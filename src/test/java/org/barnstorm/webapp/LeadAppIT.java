package org.barnstorm.webapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.util.Map;
import org.barnstorm.e2e.KeycloakResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Leads, organisers and verifiers with the client: from a template to somebody's thanks. */
@QuarkusIntegrationTest
@WithTestResource(KeycloakResource.class)
class LeadAppIT {
    private static final String STALL = "Stall at the station";

    @BeforeEach
    void a_browser_is_there() {
        Chromium.get();
    }

    @ParameterizedTest
    @EnumSource
    void the_whole_story_from_a_template_to_a_result_that_counts(Device device) {
        var town = Town.founded("Brighton");
        town.template("Stall", STALL, 120);
        town.task("Knock on doors in Hanover", 6);
        var vera = town.member("Vera", "Volunteer");
        vera.actor().put("/tasks/" + town.task("Fold letters", 1) + "/claim").statusCode(200);
        var vic = town.member("Vic", "Verifier");
        town.appointed(vic, "VERIFIER");
        try (var visit = new Visit(device)) {
            visit.open("/board").signIn(town.lead());
            visit.heading("Board of Brighton");
            visit.link("New task").first().click();
            visit.heading("New task");
            visit.look("create");
            visit.button("Stall " + STALL + " · 120 minutes").click();
            assertThat(visit.field("What is to be done?")).hasValue(STALL);
            visit.field("Place").fill("In front of the station");
            visit.look("create-filled");
            visit.button("Open it now").click();
            var dialog = visit.page().getByRole(AriaRole.DIALOG);
            dialog.getByLabel("Vera").check();
            visit.look("ask");
            visit.button("Ask 1 person").click();
            assertThat(dialog.getByText("has a place until they answer.")).isVisible();
            visit.button("Done").click();
            visit.heading(STALL);
            visit.look("led-task");
            visit.open("/board");
            visit.heading("Board of Brighton");
            visit.look("board");
        }
        town.completed(vera);
        try (var visit = new Visit(device)) {
            visit.open("/verify").signIn(vic);
            visit.heading("Check results");
            assertThat(visit.text("Twelve people signed.")).isVisible();
            visit.look("verify");
            visit.button("Accept").click();
            assertThat(visit.text("Nothing waits. Everybody has been thanked.")).isVisible();
        }
        town.board().body("totals.places.verified", equalTo(1));
    }

    @Test
    void the_board_shows_what_others_do_while_it_is_open() {
        var town = Town.founded("Hastings");
        var task = town.task(STALL, 1);
        var vera = town.member("Vera", "Volunteer");
        try (var visit = new Visit(Device.LAPTOP)) {
            visit.open("/board/" + town.path()).signIn(town.lead());
            visit.heading("Board of Hastings");
            assertThat(visit.text("People wanted")).isVisible();
            assertThat(visit.text("Live")).isVisible();
            vera.actor().put("/tasks/" + task + "/claim").statusCode(200);
            assertThat(visit.text("In good hands")).isVisible();
        }
    }

    @Test
    void what_somebody_typed_stays_when_their_mandate_ends_meanwhile() {
        var town = Town.founded("Rye");
        var task = town.task(STALL, 2);
        var olga = town.member("Olga", "Organiser");
        var mandate = town.appointed(olga, "ORGANISER");
        try (var visit = new Visit(Device.LAPTOP)) {
            visit.open("/board/tasks/" + task).signIn(olga);
            visit.heading(STALL);
            visit.button("Edit").click();
            visit.field("What is to be done?").fill("Stall at the market instead");
            town.lead()
                    .now()
                    .post("/mandates/" + mandate + "/revoke", Map.of("reason", "She has moved away."))
                    .statusCode(200);
            visit.button("Save").click();
            assertThat(visit.alert()).isVisible();
            assertThat(visit.field("What is to be done?")).hasValue("Stall at the market instead");
            visit.look("revoked");
        }
        town.lead().now().get("/tasks/" + task).statusCode(200).body("title", equalTo(STALL));
    }
}
