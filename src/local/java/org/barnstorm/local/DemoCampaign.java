package org.barnstorm.local;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Authority for a purpose: a campaign of the town, somebody who runs it with up to 20 people at a time, and their first task. */
final class DemoCampaign {
    private final Function<String, DemoApi> as;
    private final String town;

    DemoCampaign(Function<String, DemoApi> as, String town) {
        this.as = as;
        this.town = town;
    }

    void make() {
        var today = LocalDate.now(ZoneId.of("Europe/London"));
        var campaign = as.apply("local-lead")
                .post(
                        "/campaigns",
                        "campaign-" + today,
                        Map.of(
                                "group",
                                town,
                                "name",
                                "Warm homes",
                                "goal",
                                "500 signatures for insulated council homes, handed over in **spring**.",
                                "startsOn",
                                today.toString(),
                                "endsOn",
                                today.plusDays(120).toString()))
                .path("id")
                .asText();
        mandate(campaign, today);
        task(campaign, today);
    }

    private void mandate(String campaign, LocalDate today) {
        as.apply("local-lead")
                .post(
                        "/mandates",
                        "campaigner-" + today,
                        Map.of(
                                "memberId",
                                as.apply("volunteer").memberId(),
                                "group",
                                town,
                                "capabilities",
                                List.of("ASSIGNMENT_READ", "TASK_ASSIGN", "TASK_CREATE", "TASK_EDIT"),
                                "campaignId",
                                campaign,
                                "conditions",
                                Map.of("maxPlaces", 20)));
    }

    /** A draft, which its maker sees and the lead. */
    private void task(String campaign, LocalDate today) {
        as.apply("volunteer")
                .post(
                        "/tasks",
                        "stall-" + today,
                        Map.of(
                                "group",
                                town,
                                "title",
                                "Signatures at the Open Market",
                                "instructions",
                                "Two at each of the four gates. The sheets are in the blue box.",
                                "place",
                                Map.of("name", "Open Market, London Road"),
                                "effortMinutes",
                                120,
                                "capacity",
                                8,
                                "campaignId",
                                campaign));
    }
}
