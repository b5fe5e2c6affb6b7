package org.barnstorm.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.Drives;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CampaignResourceTest {
    @Inject
    People people;

    private final String town = People.freshTown();
    private final String movement = town.split("\\.")[0];
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @BeforeEach
    void grow() {
        people.grow(town);
        people.grow(movement + ".beside");
    }

    @Test
    void a_campaign_is_made_shown_changed_and_ended() {
        var lead = people.with(LEAD, town);
        var wanted =
                new HashMap<String, Object>(Map.of("group", town, "name", "Warm homes", "goal", "500 signatures."));
        wanted.put("startsOn", today.toString());
        wanted.put("endsOn", today.plusDays(90).toString());
        var made = lead.post("/campaigns", wanted)
                .statusCode(201)
                .body("group", is(town), "status", is("ACTIVE"), "endedAt", nullValue())
                .body(
                        "startsOn",
                        is(today.toString()),
                        "createdBy",
                        is(lead.id().toString()));
        String id = made.extract().path("id");
        lead.patch("/campaigns/{id}", etag(made), Map.of("name", "Warmer homes"), id)
                .statusCode(200)
                .body("name", is("Warmer homes"), "goal", is("500 signatures."), "version", is(1));
        people.member(town).get("/campaigns/{id}", id).body("name", is("Warmer homes"));
        lead.act("/campaigns/{id}/end", id).statusCode(200).body("status", is("ENDED"), "endedAt", notNullValue());
        lead.act("/campaigns/{id}/end", id).statusCode(200).body("status", is("ENDED"));
        Invariants.hold();
    }

    private static String etag(ValidatableResponse answer) {
        return "\"" + answer.extract().path("version") + "\"";
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 201", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_make_a_campaign(String who, int status) {
        people.as(who, town)
                .post("/campaigns", Map.of("group", town, "name", "Warm homes"))
                .statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_change_and_end_a_campaign(String who, int status) {
        var id = Drives.campaign(people.lead(town), town);
        var person = people.as(who, town);
        person.patch("/campaigns/{id}", "\"0\"", Map.of("name", "Cold homes"), id)
                .statusCode(status);
        person.act("/campaigns/{id}/end", id).statusCode(status);
    }

    @Test
    void members_below_see_it_and_others_do_not() {
        var id = Drives.campaign(people.lead(town), town);
        people.member(town + ".street").get("/campaigns/{id}", id).statusCode(200);
        people.with(LEAD, movement).get("/campaigns/{id}", id).statusCode(200);
        unseen(people.member(movement).get("/campaigns/{id}", id));
        unseen(people.with(LEAD, movement + ".beside").get("/campaigns/{id}", id));
        unseen(people.newcomer().get("/campaigns/{id}", id));
        unseen(people.newcomer().act("/campaigns/{id}/end", id));
        unseen(people.newcomer().get("/campaigns/{id}", UUID.randomUUID()));
    }

    @Test
    void a_group_lists_its_own_campaigns_and_those_above_page_by_page() {
        var country = Drives.campaign(people.lead(town), movement);
        var own = Drives.campaign(people.lead(town), town);
        Drives.campaign(people.lead(town), movement + ".beside");
        var member = people.member(town);
        member.get("/groups/{path}/campaigns", town).body("items.id", contains(country.toString(), own.toString()));
        String next = member.get("/groups/{path}/campaigns?limit=1", town)
                .body("items.id", contains(country.toString()))
                .extract()
                .path("next");
        member.get("/groups/{path}/campaigns?limit=1&cursor={next}", town, next)
                .body("items.id", contains(own.toString()));
        people.newcomer().get("/groups/{path}/campaigns", town).statusCode(200).body("items", empty());
        unseen(member.get("/groups/{path}/campaigns", town + ".nowhere"));
    }

    @Test
    void what_is_over_stays_as_it_was() {
        var lead = people.lead(town);
        var id = Drives.campaign(lead, town);
        Drives.end(lead, id);
        refused(lead.patch("/campaigns/{id}", "\"0\"", Map.of("name", "Cold homes"), id), 409, "campaign-ended");
        var past = Drives.campaign(lead, town);
        letLastDayPass(past);
        lead.get("/campaigns/{id}", past).body("status", is("ENDED"), "endedAt", is(today + "T00:00:00Z"));
        refused(
                lead.patch(
                        "/campaigns/{id}",
                        "\"0\"",
                        Map.of("endsOn", today.plusDays(9).toString()),
                        past),
                409,
                "campaign-ended");
        lead.act("/campaigns/{id}/end", past).statusCode(200);
        Invariants.hold();
    }

    @Test
    void an_edit_says_which_version_it_is_of() {
        var lead = people.lead(town);
        var id = Drives.campaign(lead, town);
        refused(lead.patch("/campaigns/{id}", null, Map.of("name", "Cold homes"), id), 428, "if-match-required");
        refused(lead.patch("/campaigns/{id}", "\"7\"", Map.of("name", "Cold homes"), id), 412, "stale-version");
        refused(lead.patch("/campaigns/{id}", "\"0\"", Map.of("name", " "), id), 422, "invalid-input");
    }

    @Test
    void days_run_forward_and_the_last_is_not_over() {
        var lead = people.lead(town);
        refused(wanted(lead, today.plusDays(2), today.plusDays(1)), 422, "invalid-input")
                .body("errors.pointer", contains("/endsOn"));
        refused(wanted(lead, null, today.minusDays(1)), 422, "invalid-input");
        wanted(lead, today, today).statusCode(201);
        wanted(lead, today.minusDays(30), null).statusCode(201);
    }

    private ValidatableResponse wanted(Person lead, LocalDate from, LocalDate until) {
        var wanted = new HashMap<String, Object>(Map.of("group", town, "name", "Warm homes"));
        if (from != null) wanted.put("startsOn", from.toString());
        if (until != null) wanted.put("endsOn", until.toString());
        return lead.post("/campaigns", wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-13-01\"",
                "\"2026-12-01T00:00:00Z\"",
                "\"+99999-01-01\"",
                "\"0000-01-01\"",
                "20261201",
                "[2026, 12, 1]"
            })
    void a_day_is_a_day_of_a_calendar(String day) {
        var body = "{\"group\": \"%s\", \"name\": \"Warm homes\", \"startsOn\": %s}".formatted(town, day);
        people.lead(town).post("/campaigns", body).statusCode(400);
    }

    @Test
    void a_task_belongs_to_a_campaign_of_its_group_or_of_one_above() {
        var lead = people.lead(town);
        var country = Drives.campaign(lead, movement);
        var own = Drives.campaign(lead, town);
        var task = Work.draft(lead, Drives.task(town, country));
        lead.get("/tasks/{id}", task).body("campaignId", is(country.toString()));
        Work.edit(lead, task, Map.of("campaignId", own));
        lead.get("/tasks/{id}", task).body("campaignId", is(own.toString()));
        var without = new HashMap<String, Object>();
        without.put("campaignId", null);
        Work.edit(lead, task, without);
        lead.get("/tasks/{id}", task).body("campaignId", nullValue());
        var beside = Drives.campaign(lead, movement + ".beside");
        refused(lead.post("/tasks", Drives.task(town, beside)), 422, "unknown-campaign");
        refused(lead.post("/tasks", Drives.task(movement, own)), 422, "unknown-campaign");
        refused(lead.post("/tasks", Drives.task(town, UUID.randomUUID())), 422, "unknown-campaign");
        refused(lead.patch("/tasks/{id}", "\"2\"", Map.of("campaignId", beside), task), 422, "unknown-campaign");
        Invariants.hold();
    }

    @Test
    void nothing_is_put_into_a_campaign_that_is_over_and_what_is_in_it_stays() {
        var lead = people.lead(town);
        var campaign = Drives.campaign(lead, town);
        var task = Work.open(lead, Drives.task(town, campaign));
        var other = Work.draft(lead, Work.leaflets(town));
        Drives.end(lead, campaign);
        refused(lead.post("/tasks", Drives.task(town, campaign)), 409, "campaign-ended");
        refused(lead.patch("/tasks/{id}", "\"0\"", Map.of("campaignId", campaign), other), 409, "campaign-ended");
        Work.edit(lead, task, Map.of("title", "The last leaflets"));
        lead.get("/tasks/{id}", task).body("campaignId", is(campaign.toString()), "status", is("OPEN"));
        Work.claim(people.member(town), task);
        Invariants.hold();
    }

    @Test
    void the_journal_tells_days_and_states_and_no_words() {
        var lead = people.lead(town);
        var campaign = Drives.campaign(lead, town);
        Drives.end(lead, campaign);
        var rows = Sql.column(
                String.class,
                "select type || ' ' || (data ->> 'status') from journal where subject_id = ? order by seq",
                campaign);
        assertThat(rows).containsExactly("campaign.created ACTIVE", "campaign.ended ENDED");
        assertThat(Sql.value(
                        Long.class,
                        "select count(*) from journal where subject_id = ? and data::text like '%Warm%'",
                        campaign))
                .isZero();
    }

    private static void letLastDayPass(UUID campaign) {
        Sql.run("update campaign set ends_on = cast(now() at time zone 'UTC' as date) - 1 where id = ?", campaign);
    }
}
