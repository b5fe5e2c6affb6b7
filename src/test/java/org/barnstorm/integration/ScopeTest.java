package org.barnstorm.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.barnstorm.testing.Drives;
import org.barnstorm.testing.Integrators;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Trusting;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a token leaves of somebody's authority: scope ∩ part of the tree for programs, scopes ∩ person for others' apps. */
@QuarkusTest
class ScopeTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @Test
    void a_program_is_nobody_to_be_invited() {
        var lead = people.with(LEAD, town);
        var integration = Integrators.bind(lead, Integrators.freshClient(), town, "tasks:read");
        String program = lead.get("/integrations/{id}", integration)
                .statusCode(200)
                .extract()
                .path("memberId");
        unseen(lead.post("/groups/{path}/members", Map.of("memberId", program), town));
        Invariants.hold();
    }

    @ParameterizedTest
    @CsvSource({
        "groups:read, listGroups getGroup",
        "tasks:read, listTasks getTask listCampaigns getCampaign",
        "tasks:write, createTask editTask publishTask",
        "members:read, listMembers",
        "members:write, osdiSignUp",
        "assignments:write, osdiRecordAttendance",
        "changes:read, readChanges"
    })
    void a_program_does_what_its_one_scope_opens_and_nothing_else(String scope, String opened) {
        var draft = Work.draft(people.with(ORGANISER, town), Work.leaflets(town));
        var task = Work.open(people.with(ORGANISER, town), town, 1);
        var campaign = Drives.campaign(people.with(LEAD, town), town);
        var program = Integrators.integration(people, town, scope);
        var tried = new TreeMap<String, ValidatableResponse>(Map.of(
                "listGroups", program.get("/groups"),
                "getGroup", program.get("/groups/{path}", town),
                "listTasks", program.get("/tasks"),
                "getTask", program.get("/tasks/{id}", task),
                "createTask", program.post("/tasks", Work.leaflets(town)),
                "editTask", program.patch("/tasks/{id}", "\"0\"", Map.of("capacity", 2), draft),
                "listMembers", program.get("/groups/{path}/members", town),
                "readChanges", program.get("/changes?group={group}", town)));
        tried.put("listCampaigns", program.get("/groups/{path}/campaigns", town));
        tried.put("getCampaign", program.get("/campaigns/{id}", campaign));
        tried.put("osdiSignUp", program.post("/osdi/v1/people", signup()));
        tried.put("osdiRecordAttendance", program.post("/osdi/v1/events/{id}/attendances", attendance(), meeting()));
        tried.put("publishTask", program.act("/tasks/{id}/publish", draft));
        tried.forEach((operation, answer) -> {
            if (opened.contains(operation))
                assertThat(answer.extract().statusCode()).as(operation).isBetween(200, 299);
            else refused(answer, 403, "scope-missing");
        });
    }

    private Map<String, Object> signup() {
        var email = Map.of("address", "ada." + town + "@example.org");
        return Map.of("person", Map.of("email_addresses", List.of(email)));
    }

    private Map<String, Object> attendance() {
        return Map.of(
                "person",
                Map.of("identifiers", List.of("barnstorm:" + people.member(town).id())));
    }

    private UUID meeting() {
        var wanted = Work.leaflets(town, "remote", false);
        wanted.put("place", Map.of("name", "The Level"));
        wanted.put("startsAt", Integrators.in(Duration.ofDays(2)));
        wanted.put("endsAt", Integrators.in(Duration.ofDays(3)));
        return Work.open(people.with(ORGANISER, town), wanted);
    }

    @Test
    void what_is_for_people_is_closed_to_every_program() {
        var program = Integrators.integration(people, town, Integrators.EVERYTHING);
        refused(program.get("/me"), 403, "forbidden");
        refused(program.put("/groups/{path}/membership", town), 403, "forbidden");
        refused(program.put("/tasks/{id}/claim", Work.open(people.with(ORGANISER, town), town, 1)), 403, "forbidden");
    }

    @Test
    void a_client_that_nobody_let_in_is_nobody() {
        refused(Integrators.program(Integrators.freshClient()).get("/groups"), 403, "service-account");
    }

    @Test
    void outside_of_its_part_of_the_tree_nothing_exists_for_a_program() {
        var beside = town + "-beside";
        var elsewhere = Work.open(people.with(ORGANISER, beside), beside, 1);
        var program = Integrators.integration(people, town, Integrators.EVERYTHING);
        unseen(program.get("/tasks/{id}", elsewhere));
        unseen(program.get("/groups/{path}", beside));
        unseen(program.get("/groups/{path}/campaigns", beside));
        unseen(program.get("/campaigns/{id}", Drives.campaign(people.with(LEAD, beside), beside)));
        program.get("/groups?under={path}", beside).statusCode(200).body("items", hasSize(0));
        unseen(program.get("/tasks?group={path}", beside));
        unseen(program.get("/changes?group={path}", beside));
        refused(program.get("/groups/{path}/members", beside), 403, "no-mandate");
        refused(program.post("/tasks", Work.leaflets(beside)), 403, "no-mandate");
        program.get("/groups").body("items.path", everyItem(startsWith(town))).body("items", hasSize(1));
        var above = town.substring(0, town.indexOf('.'));
        program.get("/groups?under={path}", above).body("items.path", is(java.util.List.of(town)));
    }

    @Test
    void its_part_of_the_tree_goes_down() {
        people.grow(town + ".hove");
        var below = Work.open(people.with(ORGANISER, town + ".hove"), town + ".hove", 1);
        var program = Integrators.integration(people, town, "tasks:read", "tasks:write");
        program.get("/tasks/{id}", below).statusCode(200);
        program.get("/tasks?group={path}", town + ".hove").body("items.id", hasItem(below.toString()));
        program.post("/tasks", Work.leaflets(town + ".hove")).statusCode(201);
    }

    @Test
    void drafts_are_seen_with_writing_only() {
        var draft =
                Work.draft(people.with(ORGANISER, town), Work.leaflets(town)).toString();
        var reader = Integrators.integration(people, town, "tasks:read");
        unseen(reader.get("/tasks/{id}", draft));
        reader.get("/tasks").body("items.id", not(hasItem(draft)));
        var writer = Integrators.integration(people, town, "tasks:read", "tasks:write");
        writer.get("/tasks/{id}", draft).statusCode(200);
    }

    /** Leads elsewhere may give the program's id a mandate, as anybody's; it does nothing. */
    @Test
    void what_somebody_grants_it_besides_does_not_count() {
        var client = Integrators.freshClient();
        var id = Integrators.bind(people.with(LEAD, town), client, town, "tasks:write");
        String memberId =
                people.lead(town).get("/integrations/{id}", id).extract().path("memberId");
        var beside = town + "-beside";
        people.grow(beside);
        var grant = Map.of("memberId", memberId, "group", beside, "role", "ORGANISER");
        people.lead(beside).post("/mandates", grant).statusCode(201);
        refused(Integrators.program(client).post("/tasks", Work.leaflets(beside)), 403, "no-mandate");
    }

    @Test
    void nobody_looks_at_what_a_program_publishes_first() {
        Trusting.probation(3);
        var program = Integrators.integration(people, town, "tasks:write");
        var task = Work.draft(program, Work.leaflets(town));
        program.act("/tasks/{id}/publish", task).statusCode(200).body("status", is("OPEN"));
        Trusting.everybody();
    }

    @Test
    void in_the_movements_own_app_people_need_no_scope() {
        var lead = people.with(LEAD, town);
        lead.get("/me").statusCode(200);
        lead.post("/tasks", Work.leaflets(town)).statusCode(201);
    }

    @Test
    void in_an_app_of_others_people_can_do_what_its_token_says() {
        var lead = people.with(LEAD, town);
        var draft = Work.draft(lead, Work.leaflets(town));
        var task = Work.open(people.with(ORGANISER, town), town, 1);
        var app = Integrators.inOthersApp(lead, "tasks:read");
        app.get("/tasks/{id}", task).statusCode(200);
        refused(app.post("/tasks", Work.leaflets(town)), 403, "scope-missing");
        refused(app.act("/tasks/{id}/publish", draft), 403, "scope-missing");
    }

    @Test
    void what_no_scope_opens_is_closed_to_apps_of_others() {
        var lead = people.with(LEAD, town);
        var app = Integrators.inOthersApp(lead, Integrators.EVERYTHING);
        refused(app.get("/me"), 403, "scope-missing");
        refused(app.get("/journal?group={group}", town), 403, "scope-missing");
        refused(app.put("/tasks/{id}/claim", Work.open(lead, town, 1)), 403, "scope-missing");
        refused(Integrators.inOthersApp(lead).get("/groups"), 403, "scope-missing");
    }

    @Test
    void an_app_of_others_gives_nobody_more_than_they_have() {
        var app = Integrators.inOthersApp(people.member(town), Integrators.EVERYTHING);
        refused(app.post("/tasks", Work.leaflets(town)), 403, "no-mandate");
        refused(app.get("/groups/{path}/members", town), 403, "no-mandate");
    }

    /** A lead reads the whole journal; an app with these scopes gets of it what the scopes are about. */
    @Test
    void in_an_app_of_others_the_feed_shows_what_the_scopes_show() {
        var lead = people.with(LEAD, town);
        Work.open(people.with(ORGANISER, town), town, 1);
        var types = Integrators.inOthersApp(lead, "changes:read", "tasks:read")
                .get("/changes?limit=500&group={group}", town)
                .statusCode(200)
                .extract()
                .<java.util.List<String>>path("items.subjectType");
        assertThat(types).contains("task", "group").doesNotContain("membership", "mandate");
    }

    @Test
    void the_contract_names_the_scope_of_each_operation_that_has_one() throws IOException {
        var document = new YAMLMapper().readTree(Path.of("openapi.yaml").toFile());
        var scopes = new TreeMap<String, String>();
        for (var path : document.path("paths")) {
            for (var operation : path) {
                var security = operation.path("security");
                // What any program may call has no scope; access-matrix.csv has it.
                if (security.size() > 1)
                    scopes.put(operation.path("operationId").asText(), scope(security));
            }
        }
        assertThat(scopes)
                .containsEntry("getTask", "tasks:read")
                .containsEntry("createTask", "tasks:write")
                .containsEntry("listMembers", "members:read")
                .containsEntry("readChanges", "changes:read")
                .containsEntry("osdiSignUp", "members:write")
                .containsEntry("osdiRecordAttendance", "assignments:write")
                .containsEntry("osdiEntryPoint", String.join(" ", new TreeSet<>(List.of(Integrators.EVERYTHING))))
                .doesNotContainKeys("getMe", "claimTask", "readJournal", "createIntegration");
    }

    /** The same scopes for people and for programs, any of which is enough. */
    private static String scope(JsonNode security) {
        var people = new TreeSet<String>();
        var programs = new TreeSet<String>();
        for (var either : security) {
            if (either.has("keycloak"))
                people.add(either.path("keycloak").path(0).asText());
            if (either.has("program"))
                programs.add(either.path("program").path(0).asText());
        }
        assertThat(people).isEqualTo(programs).isNotEmpty();
        return String.join(" ", people);
    }

    @Test
    void an_unbound_program_that_calls_itself_a_member_is_still_a_program() {
        var program = people.program();
        refused(program.get("/me"), 403, "service-account");
        refused(program.get("/tasks"), 403, "service-account");
    }
}
