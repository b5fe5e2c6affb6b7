package org.barnstorm.local;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A program that the local lead let in: the realm's example client reads tasks and follows what changes. */
final class DemoIntegration {
    private static final String CLIENT = "barnstorm-integrator-example";

    /** Sooner than the end of the lead's own mandate. */
    private static final int DAYS = 300;

    private final Function<String, DemoApi> as;
    private final String town;

    DemoIntegration(Function<String, DemoApi> as, String town) {
        this.as = as;
        this.town = town;
    }

    void make() {
        var lead = as.apply("local-lead");
        if (!lead.get("/integrations?group=" + town).path("items").isEmpty()) return;
        var today = LocalDate.now(ZoneId.of("Europe/London"));
        lead.post(
                "/integrations",
                "integration-" + today,
                Map.of(
                        "clientId",
                        CLIENT,
                        "name",
                        "Example integrator",
                        "group",
                        town,
                        "scopes",
                        List.of("groups:read", "tasks:read", "tasks:write", "changes:read"),
                        "until",
                        today.plusDays(DAYS) + "T00:00:00Z"));
    }
}
