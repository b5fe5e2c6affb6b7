package org.barnstorm.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.STEWARD;
import static org.barnstorm.importing.Imports.checked;
import static org.barnstorm.importing.Imports.contacts;
import static org.barnstorm.importing.Imports.done;
import static org.barnstorm.importing.Imports.upload;
import static org.barnstorm.importing.Imports.work;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bringing people in: the preview, the start, the end, and who may. */
@QuarkusTest
class ImportResourceTest {
    private static final String ONE = "email,first_name\nada@example.org,Ada\n";

    @Inject
    People people;

    @Inject
    ImportSweeper sweeper;

    private final String town = People.freshTown();

    @AfterEach
    void invariants_hold() {
        Invariants.hold();
    }

    private Person lead() {
        return people.with(LEAD, town);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 201", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_upload(String role, int status) {
        upload(people.as(role, town), town, ONE).statusCode(status);
        assertThat(contacts(town)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 404", "TRAINER, 404", "VERIFIER, 404", "STEWARD, 404"})
    void who_may_see_start_and_cancel(String role, int status) {
        var id = checked(sweeper, lead(), town, ONE);
        var person = people.as(role, town);
        person.get("/imports/{id}", id).statusCode(status);
        person.get("/imports/{id}/errors", id).statusCode(status);
        person.get("/imports/{id}/duplicates", id).statusCode(status);
        person.act("/imports/{id}/start", id).statusCode(status);
        person.act("/imports/{id}/cancel", id).statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 403", "TRAINER, 403", "VERIFIER, 403", "STEWARD, 403"})
    void who_may_see_whom_a_group_expects(String role, int status) {
        people.as(role, town).get("/groups/{path}/contacts", town).statusCode(status);
        people.as(role, town).get("/groups/{path}/imports", town).statusCode(status);
    }

    @Test
    void nobody_is_brought_in_before_somebody_has_seen_the_preview() {
        var lead = lead();
        String id = upload(lead, town, """
                email,phone,first_name,last_name,opted_out
                Ada@Example.org,01632 960001,Ada,Lovelace,
                ben@example.org,,Ben,Bell,no
                ADA@example.org ,,Ada,Again,
                cat@example.org,,Cat,Cole,yes
                nobody,,No,Body,
                dan@example.org,call me,Dan,,
                """)
                .statusCode(201)
                .body("status", is("UPLOADED"))
                .extract()
                .path("id");
        refused(lead.act("/imports/{id}/start", id), 409, "import-state");
        work(sweeper, id);
        lead.get("/imports/{id}", id)
                .statusCode(200)
                .body("status", is("PREVIEW"))
                .body("preview.lines", is(6))
                .body("preview.creates", is(3))
                .body("preview.repeated", is(1))
                .body("preview.optedOut", is(1))
                .body("preview.refused", is(1))
                .body("preview.unreadPhones", is(1))
                .body("preview.examples.findAll { it.verdict == 'CREATE' }.line", contains(2, 3, 7))
                .body("progress.handled", is(0));
        assertThat(contacts(town)).isZero();
        lead.act("/imports/{id}/start", id).statusCode(200).body("status", is("RUNNING"));
        lead.act("/imports/{id}/start", id).statusCode(200).body("status", is("RUNNING"));
        work(sweeper, id);
        lead.get("/imports/{id}", id)
                .body("status", is("DONE"))
                .body("progress.created", is(3))
                .body("progress.updated", is(0));
        lead.get("/groups/{path}/contacts", town)
                .statusCode(200)
                .body("items.email", contains("ada@example.org", "ben@example.org", "dan@example.org"))
                .body("items[0].phone", is("+441632960001"))
                .body("items[0].lastName", is("Lovelace"));
        lead.get("/groups/{path}/imports", town).body("items.id", contains(id));
    }

    @Test
    void the_journal_counts_and_names_nobody_and_the_file_is_gone() {
        var id = done(sweeper, lead(), town, ONE);
        var rows = Sql.column(
                String.class,
                "select type || ' ' || cast(data as text) from journal where subject_id = ? order by seq",
                UUID.fromString(id));
        assertThat(rows)
                .extracting(row -> row.split(" ")[0])
                .containsExactly(
                        "import.uploaded", "import.opened", "import.previewed", "import.started", "import.finished");
        assertThat(rows).noneMatch(row -> row.toLowerCase(java.util.Locale.ROOT).contains("ada"));
        assertThat(Sql.value(Long.class, "select count(*) from import_chunk where upload_id = ?", UUID.fromString(id)))
                .isZero();
        assertThat(Sql.value(Long.class, "select count(*) from import_line where import_id = ?", UUID.fromString(id)))
                .isZero();
    }

    @Test
    void the_same_file_twice_makes_nobody_twice() {
        var lead = lead();
        var csv = "email,phone,first_name\nada@example.org,01632 960001,Ada\nben@example.org,,Ben\n";
        done(sweeper, lead, town, csv);
        var again = done(sweeper, lead, town, csv.replace("Ben", ""));
        lead.get("/imports/{id}", again)
                .body("preview.matches", is(2))
                .body("preview.creates", is(0))
                .body("progress.created", is(0))
                .body("progress.updated", is(2));
        assertThat(contacts(town)).isEqualTo(2);
        lead.get("/groups/{path}/contacts", town).body("items.firstName", contains("Ada", "Ben"));
    }

    @Test
    void who_is_expected_joins_by_their_own_act_and_is_no_contact_any_more() {
        var lead = lead();
        lead.patch("/groups/{path}", tag(lead), Map.of("joinPolicy", "INVITATION"), town)
                .statusCode(200);
        var ada = people.newcomer("Ada Lovelace");
        refused(ada.put("/groups/{path}/membership", town), 403, "invitation-needed");
        ada.get("/me").body("expectedIn", empty());
        var csv = "email\n" + ada.account().email().toUpperCase(java.util.Locale.ROOT) + "\n";
        var first = done(sweeper, lead, town, csv);
        lead.get("/imports/{id}", first).body("preview.creates", is(1)).body("preview.members", is(0));
        ada.get("/me").body("expectedIn", contains(town)).body("memberships", empty());
        ada.put("/groups/{path}/membership", town).statusCode(200).body("status", is("ACTIVE"));
        ada.get("/me").body("expectedIn", empty());
        assertThat(contacts(town)).isZero();
        var second = done(sweeper, lead, town, csv);
        lead.get("/imports/{id}", second).body("preview.members", is(1)).body("progress.created", is(0));
        assertThat(contacts(town)).isZero();
    }

    @Test
    void who_turns_it_down_or_is_forgotten_is_brought_back_by_no_file() {
        var lead = lead();
        var ada = people.newcomer();
        var csv = "email\n" + ada.account().email() + "\nben@example.org\n";
        done(sweeper, lead, town, csv);
        ada.delete("/groups/{path}/membership", town).statusCode(204);
        List<String> left = lead.get("/groups/{path}/contacts", town).extract().path("items.id");
        assertThat(left).hasSize(1);
        unseen(people.with(STEWARD, town).delete("/contacts/{id}", left.get(0)));
        lead.delete("/contacts/{id}", left.get(0)).statusCode(204);
        unseen(lead.delete("/contacts/{id}", left.get(0)));
        var again = done(sweeper, lead, town, csv);
        lead.get("/imports/{id}", again).body("preview.objected", is(2)).body("preview.creates", is(0));
        assertThat(contacts(town)).isZero();
        var kept = Sql.column(String.class, """
                select cast(o as text) from objection o join local_group g on g.id = o.group_id where g.path = ?
                """, town);
        assertThat(kept).hasSize(2).noneMatch(row -> row.contains("@"));
    }

    @Test
    void who_has_opted_out_since_is_forgotten() {
        var lead = lead();
        done(sweeper, lead, town, ONE);
        var id = done(sweeper, lead, town, "email,opted_out\nada@example.org,yes\n");
        lead.get("/imports/{id}", id).body("progress.forgotten", is(1));
        assertThat(contacts(town)).isZero();
        errors(lead, id).body(startsWith("\"line\"")).body(not(org.hamcrest.Matchers.containsString("ada@")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.org,\nada@example.org,yes\n", "ada@example.org,yes\nada@example.org,\n"})
    void who_has_opted_out_in_one_line_is_brought_in_by_no_other(String lines) {
        done(sweeper, lead(), town, "email,opted_out\n" + lines);
        assertThat(contacts(town)).isZero();
    }

    private io.restassured.response.ValidatableResponse errors(Person person, String id) {
        return person.get("/imports/{id}/errors", id).statusCode(200).contentType(startsWith("text/csv"));
    }

    @Test
    void lines_that_bring_nobody_are_told_in_a_file_that_a_spreadsheet_can_open() {
        var lead = lead();
        var id = done(sweeper, lead, town, """
                email,first_name
                =HYPERLINK("http://evil.example"),Ada
                ben@example.org,Ben
                BEN@example.org,Ben
                ,Cat
                dan@example.org,Dan,more
                """.replace(
                        "=HYPERLINK(\"http://evil.example\")", "\"=HYPERLINK(\"\"http://evil.example\"\")\""));
        var text = errors(lead, id).extract().asString();
        assertThat(text.lines())
                .containsExactly(
                        "\"line\",\"reason\",\"explanation\",\"column\",\"cell\"",
                        "\"2\",\"BAD_EMAIL\",\"This is not an e-mail address.\",\"email\",\"'=HYPERLINK(\"\"http://evil.example\"\")\"",
                        "\"4\",\"REPEATED\",\"An earlier line has this e-mail address.\",\"\",\"\"",
                        "\"5\",\"NO_EMAIL\",\"There is no e-mail address, and nobody can be expected without one.\",\"email\",\"\"",
                        "\"6\",\"WRONG_CELLS\",\"The line does not have as many cells as the first line.\",\"\",\"3\"");
        sweeper.clean(Instant.now().plus(Duration.ofDays(8)));
        unseen(lead.get("/imports/{id}/errors", id));
        lead.get("/imports/{id}", id).statusCode(200).body("preview.refused", is(3));
    }

    @Test
    void a_person_decides_whether_two_with_one_telephone_are_one() {
        var lead = lead();
        var member = people.member(town, "Mia Moss");
        member.patch("/me", null, Map.of("phone", "+441632960009")).statusCode(200);
        done(sweeper, lead, town, "email,phone,first_name\nada@example.org,01632 960001,Ada\n");
        var id = checked(sweeper, lead, town, """
                email,phone,first_name
                ada.new@example.org,+44 1632 960001,Ada
                ben@example.org,01632 960002,Ben
                ben.son@example.org,01632 960002,Bob
                mia@example.org,01632 960009,Mia
                cat@example.org,01632 960002,Cat
                """);
        lead.get("/imports/{id}/duplicates", id)
                .statusCode(200)
                .body("items.line", contains(2, 4, 5, 6))
                .body("items[1].resembles.line", is(3))
                .body("items[2].resembles.memberId", is(member.id().toString()))
                .body("items[2].resembles.name", is("Mia M."))
                .body("items.decision", contains(nullValue(), nullValue(), nullValue(), nullValue()));
        lead.get("/imports/{id}/duplicates?limit=3", id).body("items", hasSize(3));
        decide(lead, id, 2, "NEW").statusCode(200);
        decide(lead, id, 2, "SAME").statusCode(200).body("decision", is("SAME"));
        decide(lead, id, 4, "NEW").statusCode(200);
        decide(lead, id, 5, "SKIP").statusCode(200);
        unseen(decide(lead, id, 3, "NEW"));
        lead.act("/imports/{id}/start", id).statusCode(200);
        refused(decide(lead, id, 6, "NEW"), 409, "import-state");
        work(sweeper, id);
        lead.get("/groups/{path}/contacts", town)
                .body("items.email", contains("ada.new@example.org", "ben@example.org", "ben.son@example.org"));
        assertThat(errors(lead, id).extract().asString())
                .contains("\"6\",\"UNDECIDED\"")
                .doesNotContain("\"5\"");
    }

    private io.restassured.response.ValidatableResponse decide(Person person, String id, int line, String decision) {
        return person.post("/imports/{id}/duplicates/{line}", Map.of("decision", decision), id, line);
    }

    @Test
    void a_group_has_one_import_at_a_time_and_a_cancelled_one_brings_nobody() {
        var lead = lead();
        var id = checked(sweeper, lead, town, ONE);
        refused(upload(lead, town, ONE), 409, "import-open");
        lead.act("/imports/{id}/cancel", id).statusCode(200).body("status", is("CANCELLED"));
        lead.act("/imports/{id}/cancel", id).statusCode(200);
        refused(lead.act("/imports/{id}/start", id), 409, "import-state");
        sweeper.sweep();
        sweeper.clean(Instant.now());
        assertThat(contacts(town)).isZero();
        assertThat(Sql.value(Long.class, "select count(*) from import_line where import_id = ?", UUID.fromString(id)))
                .isZero();
        upload(lead, town, ONE).statusCode(201);
    }

    @Test
    void a_preview_that_nobody_starts_is_over_after_a_week() {
        var lead = lead();
        var id = checked(sweeper, lead, town, ONE);
        sweeper.clean(Instant.now());
        lead.get("/imports/{id}", id).body("status", is("PREVIEW"));
        sweeper.clean(Instant.now().plus(Duration.ofDays(8)));
        lead.get("/imports/{id}", id).body("status", is("CANCELLED")).body("failure", is("not-started"));
        assertThat(Sql.value(Long.class, "select count(*) from import_line where import_id = ?", UUID.fromString(id)))
                .isZero();
    }

    @Test
    void nobody_is_expected_for_ever() {
        done(sweeper, lead(), town, ONE);
        Sql.run("""
                update contact set expires_at = now() - interval '1 second'
                where group_id = (select id from local_group where path = ?)
                """, town);
        sweeper.clean(Instant.now());
        assertThat(contacts(town)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "name\nAda\n", "\"email\nada@example.org"})
    void a_file_that_cannot_be_read_is_refused_at_once_and_not_kept(String csv) {
        var lead = lead();
        var before = Sql.value(Long.class, "select count(*) from import_chunk");
        upload(lead, town, csv).statusCode(400);
        assertThat(Sql.value(Long.class, "select count(*) from import_chunk")).isEqualTo(before);
    }

    @Test
    void text_that_is_not_utf_8_is_refused() {
        refused(
                upload(lead(), town, "email\nmüller@example.org".getBytes(StandardCharsets.ISO_8859_1)),
                400,
                "wrong-encoding");
        refused(upload(lead(), town, "email\n\0".getBytes(StandardCharsets.UTF_8)), 400, "wrong-encoding");
    }

    @Test
    void a_file_that_breaks_off_later_fails_and_says_where() {
        var lead = lead();
        var id = checked(sweeper, lead, town, "email,first_name\nada@example.org,Ada\nben@example.org,\"Ben\n");
        lead.get("/imports/{id}", id)
                .body("status", is("FAILED"))
                .body("failure", is("malformed-csv"))
                .body("failedAfter", is(2));
        refused(lead.act("/imports/{id}/cancel", id), 409, "import-state");
        assertThat(contacts(town)).isZero();
    }

    @Test
    void what_somebody_started_ends_with_their_mandate() {
        var starter = people.member(town);
        var mandate = people.appoint(starter, LEAD, town);
        var id = checked(sweeper, starter, town, ONE);
        starter.act("/imports/{id}/start", id).statusCode(200);
        people.lead(town)
                .post("/mandates/{id}/revoke", Map.of("reason", "A break."), mandate)
                .statusCode(200);
        work(sweeper, id);
        people.lead(town)
                .get("/imports/{id}", id)
                .body("status", is("CANCELLED"))
                .body("failure", is("no-mandate"));
        assertThat(contacts(town)).isZero();
    }

    @Test
    void a_repeated_request_makes_one_import() {
        var lead = lead();
        var key = UUID.randomUUID().toString();
        var first = keyed(lead, key).statusCode(201).extract().<String>path("id");
        keyed(lead, key).statusCode(201).body("id", is(first));
        work(sweeper, first);
        lead.get("/imports/{id}", first).body("status", is("PREVIEW")).body("preview.lines", is(1));
    }

    private io.restassured.response.ValidatableResponse keyed(Person person, String key) {
        return person.request()
                .header("Idempotency-Key", key)
                .contentType("text/csv")
                .body(ONE.getBytes(StandardCharsets.UTF_8))
                .post("/groups/{path}/imports", town)
                .then();
    }

    private String tag(Person person) {
        return person.get("/groups/{path}", town).extract().header("ETag");
    }
}
