package org.barnstorm.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.mandate.Offices.WHY;
import static org.barnstorm.mandate.Offices.keeper;
import static org.barnstorm.mandate.Offices.revoke;
import static org.barnstorm.mandate.Offices.types;
import static org.barnstorm.testing.Problems.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.Limits;
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

/** Mandates for some tasks only: how they are granted, handed on and shown, and that they end with their campaign. */
@QuarkusTest
class LimitedGrantTest {
    private static final Map<String, Object> SMALL = Map.of("kinds", List.of("canvass", "phone"), "maxPlaces", 20);

    @Inject
    People people;

    @Inject
    EndingSweeper sweeper;

    private final String town = People.freshTown();
    private final String movement = town.split("\\.")[0];
    private Person lead;
    private UUID campaign;

    @BeforeEach
    void begin() {
        people.grow(town);
        people.grow(movement + ".beside");
        lead = people.lead(town);
        campaign = Drives.campaign(lead, town);
    }

    @Test
    void a_limited_mandate_says_what_it_is_limited_to() {
        var ada = people.newcomer();
        var id = Drives.appoint(lead, Drives.limited(ada, town, campaign, SMALL));
        ada.get("/mandates/{id}", id)
                .body("campaignId", is(campaign.toString()), "status", is("LIVE"), "role", nullValue())
                .body("conditions.kinds", contains("canvass", "phone"), "conditions.maxPlaces", is(20));
        ada.get("/me/path")
                .body("mandates.mandateId", contains(id))
                .body("mandates[0].campaignId", is(campaign.toString()))
                .body(
                        "mandates[0].text",
                        containsString(
                                "for tasks of the kinds canvass, phone of the campaign \"Warm homes\" with at most"
                                        + " 20 places"));
        lead.get("/groups/{path}/ending-mandates?days=400", town)
                .body("items.mandateId", hasItem(id), "items.conditions.maxPlaces", hasItem(20));
        assertThat(Sql.value(
                        String.class,
                        "select concat_ws(' ', data ->> 'campaign', data ->> 'kinds', data ->> 'maxPlaces') from journal"
                                + " where subject_id = ?",
                        UUID.fromString(id)))
                .isEqualTo(campaign + " canvass,phone 20");
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 201", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_grant_a_limited_mandate(String role, int status) {
        people.as(role, town)
                .post("/mandates", Drives.limited(people.newcomer(), town, campaign, SMALL))
                .statusCode(status);
    }

    @Test
    void what_is_not_about_tasks_is_not_limited() {
        var role = Drives.limited(people.newcomer(), town, campaign, null);
        role.remove("capabilities");
        role.put("role", ORGANISER);
        refused(lead.post("/mandates", role), 422, "not-limitable");
        var reader = Drives.limited(people.newcomer(), town, null, SMALL);
        reader.put("capabilities", List.of("TASK_EDIT", "MEMBER_READ"));
        refused(lead.post("/mandates", reader), 422, "not-limitable");
    }

    @Test
    void conditions_are_codes_and_numbers() {
        for (var wrong : List.of(
                Map.<String, Object>of(),
                Map.of("maxPlaces", 0),
                Map.of("maxPlaces", 10_001),
                Map.of("kinds", List.of()),
                Map.of("kinds", List.of("Not a code")))) {
            refused(lead.post("/mandates", Drives.limited(people.newcomer(), town, null, wrong)), 422, "invalid-input");
        }
    }

    @Test
    void the_campaign_is_one_of_the_same_line_and_goes_on() {
        var beside = Drives.campaign(lead, movement + ".beside");
        refused(lead.post("/mandates", wanted(town, beside)), 422, "unknown-campaign");
        refused(lead.post("/mandates", wanted(town, UUID.randomUUID())), 422, "unknown-campaign");
        lead.post("/mandates", wanted(town, Drives.campaign(lead, movement))).statusCode(201);
        people.with(LEAD, movement)
                .post("/mandates", wanted(movement, campaign))
                .statusCode(201);
        Drives.end(lead, campaign);
        refused(lead.post("/mandates", wanted(town, campaign)), 409, "campaign-ended");
    }

    private Map<String, Object> wanted(String group, UUID of) {
        return Drives.limited(people.newcomer(), group, of, null);
    }

    @Test
    void I_20_what_is_handed_on_from_a_limited_mandate_is_at_least_as_limited() {
        var ada = grantor();
        refused(ada.post("/mandates", handed(null, SMALL)), 403, "beyond-own-authority")
                .body("detail", containsString("limited to tasks of the campaign " + campaign));
        refused(ada.post("/mandates", handed(campaign, null)), 403, "beyond-own-authority");
        refused(
                ada.post("/mandates", handed(campaign, Map.of("kinds", List.of("canvass")))),
                403,
                "beyond-own-authority");
        refused(
                ada.post("/mandates", handed(campaign, Map.of("kinds", List.of("stall"), "maxPlaces", 5))),
                403,
                "beyond-own-authority");
        ada.post("/mandates", handed(campaign, SMALL)).statusCode(201);
        ada.post("/mandates", handed(campaign, Map.of("kinds", List.of("phone"), "maxPlaces", 5)))
                .statusCode(201);
        refused(
                ada.post("/mandates", Map.of("memberId", people.newcomer().id(), "group", town, "role", "VERIFIER")),
                403,
                "beyond-own-authority");
        refused(ada.replace("/groups/{path}/mandate-rules", Map.of("twoPerson", List.of()), town), 403, "no-mandate");
        Invariants.hold();
    }

    @Test
    void a_deputy_and_a_successor_have_the_same_limits() {
        var ada = grantor();
        String office = ada.get("/me/mandates").extract().path("items[0].id");
        var soon = Instant.now().plusSeconds(86_400).toString();
        ada.post("/mandates/{id}/deputies", Map.of("memberId", people.newcomer().id(), "until", soon), office)
                .statusCode(201)
                .body("campaignId", is(campaign.toString()), "conditions.maxPlaces", is(20));
        var next = people.newcomer();
        var passed = new HashMap<String, Object>(WHY);
        passed.put("memberId", next.id());
        lead.post("/mandates/{id}/succession", passed, office)
                .statusCode(201)
                .body("campaignId", is(campaign.toString()), "conditions.kinds", contains("canvass", "phone"));
        Invariants.hold();
    }

    /** Somebody whose limited mandate can be handed on. */
    private Person grantor() {
        var ada = people.newcomer();
        var wanted = Drives.limited(ada, town, campaign, SMALL);
        wanted.put("capabilities", List.of("TASK_CREATE", "TASK_EDIT", "MANDATE_GRANT"));
        wanted.put("delegationDepth", 2);
        Drives.appoint(lead, wanted);
        return ada;
    }

    private Map<String, Object> handed(UUID of, Map<String, ?> conditions) {
        var wanted = Drives.limited(people.newcomer(), town, of, conditions);
        wanted.put("capabilities", List.of("TASK_CREATE"));
        return wanted;
    }

    @Test
    void a_second_person_confirms_what_they_could_have_granted() {
        var second = people.with(LEAD, town);
        lead.replace("/groups/{path}/mandate-rules", Map.of("twoPerson", List.of("TASK_CREATE")), town)
                .statusCode(200);
        var id = Drives.appoint(lead, wanted(town, campaign));
        lead.get("/mandates/{id}", id).body("status", is("PENDING"));
        var narrow = people.newcomer();
        var wanted = Drives.limited(narrow, town, campaign, Map.of("maxPlaces", 5));
        wanted.put("capabilities", List.of("MANDATE_GRANT", "TASK_EDIT", "TASK_ASSIGN", "ASSIGNMENT_READ"));
        wanted.put("delegationDepth", 3);
        Drives.appoint(lead, wanted);
        lead.post("/mandates", Map.of("memberId", narrow.id(), "group", town, "capabilities", List.of("MANDATE_READ")))
                .statusCode(201);
        refused(narrow.act("/mandates/{id}/confirm", id), 403, "beyond-own-authority");
        second.act("/mandates/{id}/confirm", id).statusCode(200).body("status", is("LIVE"));
        Invariants.hold();
    }

    @Test
    void with_its_campaign_a_mandate_ends_and_its_work_goes_to_the_nearest_lead() {
        var ada = people.newcomer();
        var id = Drives.appoint(lead, ada, town, campaign);
        var task = Work.open(ada, Drives.task(town, campaign));
        Drives.end(lead, campaign);
        ada.get("/mandates/{id}", id).body("status", is("ENDED"));
        ada.get("/me/mandates").body("items.status", contains("ENDED"));
        ada.get("/me/path").body("mandates", empty());
        sweeper.sweep();
        assertThat(keeper(task)).as("a writer may be in flight").isEqualTo(ada.id());
        Drives.letTimePass(campaign);
        sweeper.sweep();
        assertThat(keeper(task)).isEqualTo(lead.id());
        assertThat(types(UUID.fromString(id))).containsExactly("mandate.granted", "mandate.lapsed");
        lead.get("/me/entrusted-tasks?limit=200").body("items.task.id", hasItem(task.toString()));
        sweeper.sweep();
        assertThat(types(UUID.fromString(id))).hasSize(2);
        Invariants.hold();
    }

    @Test
    void what_somebody_may_go_on_with_by_another_mandate_stays_theirs() {
        var ada = people.newcomer();
        var other = Drives.campaign(lead, town);
        var ending = Drives.appoint(lead, ada, town, campaign);
        Drives.appoint(lead, ada, town, other);
        Drives.appoint(lead, Drives.limited(ada, town, null, Map.of("maxPlaces", 2)));
        var lost = Work.open(ada, with(Drives.task(town, campaign), 3));
        var small = Work.open(ada, with(Drives.task(town, campaign), 2));
        var kept = Work.open(ada, with(Drives.task(town, other), 3));
        revoke(lead, ending).statusCode(200);
        assertThat(keeper(lost)).isEqualTo(lead.id());
        assertThat(keeper(small)).isEqualTo(ada.id());
        assertThat(keeper(kept)).isEqualTo(ada.id());
        lead.act("/mandates/{id}/restore", ending).statusCode(200);
        assertThat(keeper(lost)).isEqualTo(ada.id());
        Invariants.hold();
    }

    @Test
    void what_was_put_into_another_campaign_meanwhile_stays_with_the_lead() {
        var ada = people.newcomer();
        var id = Drives.appoint(lead, ada, town, campaign);
        var task = Work.open(ada, Drives.task(town, campaign));
        var same = Work.open(ada, Drives.task(town, campaign));
        revoke(lead, id).statusCode(200);
        Work.edit(lead, task, Map.of("campaignId", Drives.campaign(lead, town)));
        lead.act("/mandates/{id}/restore", id).statusCode(200).body("status", is("LIVE"));
        assertThat(keeper(task)).isEqualTo(lead.id());
        assertThat(keeper(same)).isEqualTo(ada.id());
        Invariants.hold();
    }

    @Test
    void nobody_confirms_a_mandate_for_a_campaign_that_is_over() {
        var second = people.with(LEAD, town);
        lead.replace("/groups/{path}/mandate-rules", Map.of("twoPerson", List.of("TASK_CREATE")), town)
                .statusCode(200);
        var ada = people.member(town);
        var id = Drives.appoint(lead, ada, town, campaign);
        Drives.end(lead, campaign);
        refused(second.act("/mandates/{id}/confirm", id), 409, "campaign-ended");
        assertThat(ada.get("/me/path").extract().asString()).doesNotContain("WAIT_FOR_SECOND_PERSON");
        Invariants.hold();
    }

    @Test
    void when_the_last_day_is_over_so_is_the_mandate() {
        var ada = people.newcomer();
        var id = Drives.appoint(lead, ada, town, campaign);
        var task = Work.open(ada, Drives.task(town, campaign));
        Sql.run("update campaign set ends_on = current_date - 2 where id = ?", campaign);
        refused(ada.post("/tasks", Drives.task(town, campaign)), 403, "no-mandate");
        ada.get("/mandates/{id}", id).body("status", is("ENDED"));
        sweeper.sweep();
        assertThat(keeper(task)).isEqualTo(lead.id());
        assertThat(types(UUID.fromString(id))).containsExactly("mandate.granted", "mandate.lapsed");
        Invariants.hold();
    }

    @Test
    void I_20_not_even_a_version_that_knows_no_limits_hands_on_without_them() {
        var own = UUID.fromString(grantor().get("/me/mandates").extract().path("items[0].id"));
        var child = """
                insert into mandate (id, member_id, group_id, capabilities, source, granted_by, granted_under,
                                     delegation_depth, valid_from, valid_until, created_at)
                select gen_random_uuid(), created_by, group_id, capabilities, 'DELEGATED', member_id, id, 0, now(),
                       valid_until, now()
                from (select m.*, c.created_by from mandate m join campaign c on c.id = m.campaign_id where m.id = ?) own
                """;
        assertThatThrownBy(() -> Sql.run(child, own)).rootCause().hasMessageContaining("at least as limited");
    }

    @Test
    void the_table_allows_within_limits_what_the_code_does() {
        var check = Sql.value(
                String.class,
                "select pg_get_constraintdef(oid) from pg_constraint where conname = 'mandate_limited_is_about_tasks'");
        var inTable = Pattern.compile("'([A-Z_]+)'").matcher(check).results().map(found -> found.group(1));
        var inCode = Stream.of(Capability.values())
                .filter(capability -> Limits.canHold(Set.of(capability)))
                .map(Enum::name);
        assertThat(inTable).containsExactlyInAnyOrderElementsOf(inCode.toList());
    }

    @Test
    void budgets_are_those_of_an_organiser() {
        var ada = people.member(town);
        ada.get("/me/budgets?group={group}", town).body("standing", is("NEW"));
        Drives.appoint(lead, ada, town, campaign);
        ada.get("/me/budgets?group={group}", town).body("standing", is("ORGANISER"));
    }

    private static Map<String, Object> with(Map<String, Object> task, int capacity) {
        task.put("capacity", capacity);
        return task;
    }

    @Test
    void what_is_restored_after_its_campaign_ended_does_not_act_and_its_work_stays_with_the_lead() {
        var ada = people.newcomer();
        var id = Drives.appoint(lead, ada, town, campaign);
        var task = Work.open(ada, Drives.task(town, campaign));
        revoke(lead, id).statusCode(200);
        Drives.end(lead, campaign);
        lead.act("/mandates/{id}/restore", id).statusCode(200).body("status", is("ENDED"));
        assertThat(keeper(task)).isEqualTo(lead.id());
        refused(ada.post("/tasks", Drives.task(town, campaign)), 403, "no-mandate");
        Invariants.hold();
    }

    @Test
    void whoever_is_suspended_has_no_limited_authority_either() {
        var ada = people.member(town);
        var id = Drives.appoint(lead, ada, town, campaign);
        Offices.suspend(lead, town, ada).statusCode(201);
        ada.get("/mandates/{id}", id).body("status", is("SUSPENDED"));
        refused(ada.post("/tasks", Drives.task(town, campaign)), 403, "no-mandate");
        Invariants.hold();
    }

    @Test
    void it_makes_nobody_accountable_and_nobody_is_asked_instead_of_a_lead() {
        var ada = people.member(town);
        var wanted = Drives.limited(ada, town, campaign, null);
        wanted.put(
                "capabilities",
                List.of(
                        Capability.TASK_EDIT,
                        Capability.TASK_REVIEW,
                        Capability.MANDATE_GRANT,
                        Capability.TASK_CREATE));
        Drives.appoint(lead, wanted);
        lead.get("/groups/{path}/orphans", movement).body("items.group", hasItem(town));
        var holding = Sql.column(UUID.class, "select id from live_mandate where member_id = ?", ada.id());
        assertThat(holding).as("what counts everywhere else").isEmpty();
    }
}
