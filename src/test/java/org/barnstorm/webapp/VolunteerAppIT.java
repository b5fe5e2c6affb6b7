package org.barnstorm.webapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.barnstorm.e2e.KeycloakResource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A volunteer with the client on a phone. */
@QuarkusIntegrationTest
@WithTestResource(KeycloakResource.class)
class VolunteerAppIT {
    @BeforeAll
    static void a_browser_is_there() {
        Chromium.get();
    }

    @Test
    void whoever_opens_the_app_signs_in_and_sees_what_they_can_do() {
        var town = Town.founded("Brighton");
        town.task("Knock on doors in Hanover", 3);
        var vera = town.member("Vera", "Volunteer");
        try (var visit = new Visit(Device.PHONE)) {
            visit.open("/").look("welcome");
            visit.signIn(vera);
            visit.heading("What next");
            assertThat(visit.page().getByText("Knock on doors in Hanover").first())
                    .isVisible();
            visit.look("next");
        }
    }
}
