package org.barnstorm.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.authority.Role.STEWARD;
import static org.barnstorm.authority.Role.VERIFIER;
import static org.barnstorm.testing.Problems.refused;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in exports, and in which form. Who may, how often and what is written down: {@link ExportRightsTest}. */
@QuarkusTest
class ExportTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @Test
    void members_are_those_of_their_list() {
        var lead = people.with(LEAD, town);
        people.member(town, "Ada Lovelace");
        people.member(town, "=Grace Hopper");
        var listed = lead.get("/groups/{path}/members", town).extract().jsonPath();
        var rows = Exported.csv(lead, "members", town);
        assertThat(column(rows, "id")).containsExactlyElementsOf(listed.getList("items.id"));
        assertThat(column(rows, "memberId")).containsExactlyElementsOf(listed.getList("items.memberId"));
        assertThat(column(rows, "name")).contains("Ada L.", "'=Grace H.").doesNotContain("Ada Lovelace");
        assertThat(column(rows, "group")).containsOnly(town);
        assertThat(texts(Exported.json(lead, "members", town), "name"))
                .containsExactlyElementsOf(listed.getList("items.name"));
    }

    @Test
    void who_left_or_only_asked_is_not_in_it() {
        var lead = people.with(LEAD, town);
        var gone = people.member(town);
        gone.delete("/groups/{path}/membership", town).statusCode(204);
        lead.post("/groups/{path}/members", Map.of("memberId", people.newcomer().id()), town)
                .statusCode(201);
        assertThat(column(Exported.csv(lead, "members", town), "memberId"))
                .containsExactly(lead.id().toString());
    }

    @Test
    void tasks_have_their_columns_in_this_order_for_ever() {
        var organiser = people.with(ORGANISER, town);
        assertThat(Exported.text(organiser, "tasks", town))
                .isEqualTo(
                        "id,group,title,status,capacity,taken,kind,startsAt,endsAt,zone,remote,place,latitude,longitude,"
                                + "effortMinutes,campaignId,requiredCourseId,createdBy,createdAt,instructions\r\n");
        assertThat(Exported.text(organiser, "assignments", town))
                .isEqualTo(
                        "id,taskId,title,group,memberId,name,status,source,assignedBy,createdAt,leaseUntil,completedAt,"
                                + "outcome,quantity,note,evidence,verifiedBy,verifiedAt,reason,endedAt\r\n");
        assertThat(Exported.text(organiser, "outcomes", town))
                .isEqualTo("id,taskId,title,group,kind,campaignId,status,outcome,quantity,completedAt,verifiedAt\r\n");
        assertThat(Exported.text(organiser, "members", town)).startsWith("id,memberId,name,group,since\r\n");
        assertThat(Exported.json(organiser, "tasks", town)).isEmpty();
    }

    @Test
    void drafts_are_for_those_who_could_edit_them() {
        var organiser = people.with(ORGANISER, town);
        var draft = Work.draft(organiser, Work.leaflets(town)).toString();
        var open = Work.open(organiser, town, 3).toString();
        assertThat(column(Exported.csv(organiser, "tasks", town), "id")).containsExactlyInAnyOrder(draft, open);
        assertThat(column(Exported.csv(people.with(VERIFIER, town), "tasks", town), "id"))
                .containsExactly(open);
    }

    @Test
    void the_group_itself_or_with_those_below_it() {
        var below = town + ".hove";
        var organiser = people.with(ORGANISER, town);
        var here = Work.open(organiser, town, 1).toString();
        people.grow(below);
        var there = Work.open(organiser, below, 1).toString();
        assertThat(column(Exported.csv(organiser, "tasks", town), "id")).containsExactly(here);
        assertThat(organiser
                        .get("/groups/{path}/exports/tasks?below=true", town)
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains(here, there);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"https://evil.example\")",
                "+44 123",
                "-1",
                "@me",
                "  =1",
                "\uFF1D1",
                "\u200B=1",
                "=1,\"two\"\nthree",
            })
    void a_hostile_title_is_text_in_csv_and_as_it_is_in_json(String title) {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, Work.leaflets(town, "title", title)).toString();
        assertThat(column(Exported.csv(organiser, "tasks", town), "title")).containsExactly("'" + title);
        var line = Exported.json(organiser, "tasks", town).get(0);
        assertThat(line.path("title").asText()).isEqualTo(title);
        assertThat(line.path("id").asText()).isEqualTo(task);
    }

    @Test
    void numbers_stay_numbers_and_what_is_not_said_is_empty() {
        var organiser = people.with(ORGANISER, town);
        var point = Map.of("type", "Point", "coordinates", List.of(-0.13947, 50.82838));
        var wanted = Work.leaflets(town, "place", Map.of("name", "-Level", "location", point));
        wanted.put("remote", false);
        Work.open(organiser, wanted);
        var row = Exported.csv(organiser, "tasks", town).get(0);
        assertThat(row.getField("longitude")).isEqualTo("-0.13947");
        assertThat(row.getField("place")).isEqualTo("'-Level");
        assertThat(row.getField("startsAt")).isEmpty();
        assertThat(Exported.json(organiser, "tasks", town).get(0).has("startsAt"))
                .isFalse();
    }

    @Test
    void assignments_say_who_and_outcomes_only_what() {
        var organiser = people.with(ORGANISER, town);
        var task = Work.open(organiser, town, 3);
        var ada = people.member(town, "Ada Lovelace");
        var done = Work.done(ada, task).toString();
        var held = Work.claim(people.member(town), task).toString();
        var rows = Exported.csv(organiser, "assignments", town);
        assertThat(column(rows, "id")).containsExactlyInAnyOrder(done, held);
        var ofAda = rows.stream()
                .filter(row -> row.getField("id").equals(done))
                .findFirst()
                .orElseThrow();
        assertThat(List.of(
                        ofAda.getField("name"),
                        ofAda.getField("memberId"),
                        ofAda.getField("outcome"),
                        ofAda.getField("quantity")))
                .containsExactly("Ada L.", ada.id().toString(), "doors-knocked", "42");
        assertThat(column(Exported.csv(organiser, "outcomes", town), "id")).containsExactly(done);
        assertThat(Exported.text(organiser, "outcomes", town))
                .contains("doors-knocked,42")
                .doesNotContain(ada.id().toString(), "Ada");
        var outcome = Exported.json(organiser, "outcomes", town).get(0);
        assertThat(outcome.path("taskId").asText()).isEqualTo(task.toString());
        assertThat(outcome.path("quantity").asInt()).isEqualTo(42);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | text/csv | members.csv",
                "application/x-ndjson | application/x-ndjson | members.ndjson",
                "text/csv;q=0.5, application/x-ndjson | application/x-ndjson | members.ndjson"
            })
    void the_client_says_which_form_it_wants(String accept, String type, String file) {
        Exported.of(people.with(STEWARD, town), "members", town, accept)
                .statusCode(200)
                .header("Content-Type", startsWith(type))
                .header("Content-Disposition", is("attachment; filename=\"" + file + "\""))
                .header("Cache-Control", is("no-store"));
    }

    @Test
    void other_forms_there_are_not() {
        var steward = people.with(STEWARD, town);
        refused(Exported.of(steward, "members", town, "application/pdf"), 406, "not-acceptable");
        var garbage = Exported.of(steward, "members", town, "garbage;q=x/y,,/");
        assertThat(garbage.extract().statusCode()).isBetween(400, 499);
        assertThat(Work.journaled(steward.id(), "member.exported")).isZero();
    }

    @Test
    void the_journal_has_who_took_out_what_and_nothing_of_it() {
        var lead = people.with(LEAD, town);
        var mandate = Sql.value(UUID.class, "select id from mandate where member_id = ?", lead.id());
        people.member(town, "Ada Lovelace");
        Exported.csv(lead, "members", town);
        var row = lead.get("/journal?group={group}", town)
                .extract()
                .jsonPath()
                .param("type", "member.exported")
                .<Map<String, Object>>get("items.find { it.type == type }");
        assertThat(row)
                .containsEntry("subject", lead.id().toString())
                .containsEntry("actor", lead.id().toString())
                .containsEntry("mandate", mandate.toString())
                .containsEntry(
                        "data", Map.of("kind", "MEMBERS", "format", "CSV", "below", false, "rows", 2, "people", 2));
        // Who reads what is not for everybody who follows the group.
        people.with(ORGANISER, town)
                .get("/changes?group={group}", town)
                .body("items.type", everyItem(not(is("member.exported"))));
    }

    private static List<String> column(List<NamedCsvRecord> rows, String name) {
        return rows.stream().map(row -> row.getField(name)).toList();
    }

    private static List<String> texts(List<JsonNode> rows, String name) {
        return rows.stream().map(row -> row.path(name).asText()).toList();
    }
}
