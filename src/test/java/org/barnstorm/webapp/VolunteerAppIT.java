package org.barnstorm.webapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.util.List;
import java.util.Map;
import org.barnstorm.e2e.KeycloakResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A volunteer with the client in hand: what they do, what they are refused, and what happens without a network. */
@QuarkusIntegrationTest
@WithTestResource(KeycloakResource.class)
class VolunteerAppIT {
    private static final String DONE_ALREADY = "Done already? Say how it went";
    private static final String DOORS = "Knock on doors in Hanover";

    @BeforeEach
    void a_browser_is_there() {
        Chromium.get();
    }

    @ParameterizedTest
    @EnumSource
    void the_whole_story_from_signing_in_to_what_came_of_it(Device device) {
        var town = Town.founded("Brighton");
        town.task(DOORS, 3, Map.of("steps", List.of("Fetch the leaflets", "Bring back the sheet")));
        var vera = town.member("Vera", "Volunteer");
        try (var visit = new Visit(device)) {
            visit.open("/").look("welcome").signIn(vera);
            visit.heading("What next");
            assertThat(visit.link(DOORS)).isVisible();
            visit.look("next");
            claim(visit, DOORS);
            visit.look("claimed");
            visit.link("Open it").click();
            visit.heading(DOORS);
            visit.field("Fetch the leaflets").check();
            assertThat(visit.text("Saved")).isVisible();
            visit.look("commitment").reload();
            visit.heading(DOORS);
            assertThat(visit.field("Fetch the leaflets")).isChecked();
            visit.text(DONE_ALREADY).click();
            visit.field("What should the next person know?").fill("Ask at the corner shop.");
            visit.button("It is done").click();
            assertThat(visit.text("Done. Thank you!")).isVisible();
            visit.go("Mine").look("mine");
        }
        town.board().body("totals.places.toVerify", equalTo(1));
    }

    @Test
    void a_refusal_says_what_to_do_instead() {
        var town = Town.founded("Hove");
        var doors = town.task("Doors", 1, at("2031-03-01"));
        town.task("Stall", 1, at("2031-03-01"));
        var vera = town.member("Vera", "Volunteer");
        try (var visit = new Visit(Device.PHONE)) {
            visit.open("/next").signIn(vera);
            visit.heading("What next");
            // Meanwhile, on another device of hers.
            vera.actor().put("/tasks/" + doors + "/claim").statusCode(200);
            visit.button("I’ll do it", "Stall").click();
            assertThat(visit.alert()).containsText("You have something else at that time");
            visit.look("refused");
            visit.button("Give it back", "Doors").click();
            visit.heading("It’s yours. Thank you!", 2);
        }
        town.board().body("totals.places.held", equalTo(1));
    }

    @Test
    void two_people_want_one_place_and_the_slower_one_is_told_what_else_there_is() {
        var town = Town.founded("Worthing");
        town.task("Drive the van", 1);
        town.task("Fold leaflets", 5);
        var anna = town.member("Anna", "Active");
        var omar = town.member("Omar", "Organised");
        try (var one = new Visit(Device.PHONE);
                var other = new Visit(Device.LAPTOP)) {
            one.open("/next").signIn(anna).heading("What next");
            other.open("/next").signIn(omar).heading("What next");
            one.button("I’ll do it", "Drive the van").click();
            other.button("I’ll do it", "Drive the van").click();
            var yours = "It’s yours. Thank you!";
            var full = "All places are taken.";
            await().atMost(ONE_MINUTE).until(() -> count(one, yours) + count(one, full) == 1);
            await().atMost(ONE_MINUTE).until(() -> count(other, yours) + count(other, full) == 1);
            assertThat(count(one, yours) + count(other, yours)).isEqualTo(1);
            var slower = count(one, full) == 1 ? one : other;
            assertThat(slower.alert().getByText("You could do one of these instead:"))
                    .isVisible();
            slower.alert()
                    .getByRole(AriaRole.LINK)
                    .filter(new Locator.FilterOptions().setHasText("Fold leaflets"))
                    .click();
            slower.heading("Fold leaflets");
        }
        town.board().body("totals.places.held", equalTo(1));
    }

    @Test
    void what_is_done_without_a_network_is_sent_once_when_there_is_one_again() {
        var town = Town.founded("Lewes");
        var task = town.task(DOORS, 2);
        town.task("Fold leaflets", 5);
        var vera = town.member("Vera", "Volunteer");
        vera.actor().put("/tasks/" + task + "/claim").statusCode(200);
        try (var visit = new Visit(Device.PHONE)) {
            visit.open("/next").signIn(vera);
            visit.heading("What next");
            visit.go("Mine");
            visit.waitForWorker();
            visit.online(false);
            visit.go("What next");
            assertThat(visit.link("Fold leaflets")).isVisible();
            visit.go("Mine").look("offline");
            visit.link("Go on", DOORS).click();
            visit.heading(DOORS);
            visit.text(DONE_ALREADY).click();
            visit.button("It is done").click();
            assertThat(visit.text("Will be sent when there is a network.")).isVisible();
            visit.look("queued");
            town.board().body("totals.places.toVerify", equalTo(0));
            visit.online(true);
            await().atMost(ONE_MINUTE).untilAsserted(() -> town.board().body("totals.places.toVerify", equalTo(1)));
            visit.go("Mine");
            assertThat(visit.text("Done, and to be looked at")).isVisible();
        }
        town.lead()
                .now()
                .get("/journal?group=" + town.path())
                .statusCode(200)
                .body("items.findAll { it.type == 'assignment.completed' }", hasSize(1));
    }

    @Test
    void it_opens_without_a_network_for_who_was_there_before() {
        var town = Town.founded("Shoreham");
        var task = town.task(DOORS, 2);
        var vera = town.member("Vera", "Volunteer");
        vera.actor().put("/tasks/" + task + "/claim").statusCode(200);
        try (var visit = new Visit(Device.PHONE)) {
            visit.open("/mine").signIn(vera);
            visit.heading("Mine");
            visit.waitForWorker();
            visit.online(false);
            visit.reload();
            visit.heading("Mine");
            assertThat(visit.link("Go on", DOORS)).isVisible();
            visit.online(true);
        }
    }

    @Test
    void in_french_all_of_it_is_french() {
        var town = Town.founded("Newhaven");
        town.task("Distribuer des tracts", 3);
        var vera = town.member("Véra", "Volontaire");
        try (var visit = new Visit(Device.PHONE, "fr-FR")) {
            visit.open("/").look("welcome-fr");
            visit.signIn(vera);
            visit.open("/account");
            visit.field("Français").check();
            visit.heading("Moi");
            visit.open("/next");
            assertThat(visit.button("Je m’en charge", "Distribuer des tracts")).isVisible();
            assertThat(visit.page().locator("html")).hasAttribute("lang", "fr");
            visit.look("next-fr");
        }
        vera.now().get("/me").statusCode(200).body("language", equalTo("fr"));
    }

    @Test
    void whoever_signs_out_leaves_nothing_for_who_comes_next() {
        var town = Town.founded("Seaford");
        var vera = town.member("Vera", "Volunteer");
        try (var visit = new Visit(Device.PHONE)) {
            visit.open("/account").signIn(vera);
            visit.heading("Me");
            visit.look("me");
            assertThat(visit.drawers()).hasSize(1);
            visit.button("Sign out").click();
            assertThat(visit.button("Sign in")).isVisible();
            assertThat(visit.drawers()).isEmpty();
            visit.button("Sign in").click();
            assertThat(visit.page().locator("#password")).isVisible();
        }
    }

    private static void claim(Visit visit, String title) {
        visit.button("I’ll do it", title).click();
        visit.heading("It’s yours. Thank you!", 2);
    }

    private static int count(Visit visit, String text) {
        return visit.page().getByText(text).count();
    }

    private static Map<String, Object> at(String day) {
        return Map.of("startsAt", day + "T10:00:00Z", "endsAt", day + "T12:00:00Z");
    }
}
