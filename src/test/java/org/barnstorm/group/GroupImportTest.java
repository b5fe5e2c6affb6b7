package org.barnstorm.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Growing a tree from a file. */
@QuarkusTest
class GroupImportTest {
    @Inject
    People people;

    final String town = People.freshTown();
    final String movement = People.freshMovement();

    private ValidatableResponse send(Person person, String mode, String csv) {
        return person.request()
                .contentType("text/csv; charset=UTF-8")
                .queryParam("mode", mode)
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/groups/import")
                .then();
    }

    /** The constituencies of 2024, below a movement of this test's own. */
    private String constituencies() throws IOException {
        try (var file = getClass().getResourceAsStream("/demo/uk-constituencies-2024.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^uk\\.", movement + '.');
        }
    }

    @Test
    void a_whole_country_grows_in_one_request_and_repeating_it_changes_nothing() throws IOException {
        var csv = constituencies();
        var began = System.nanoTime();
        send(people.admin(), "atomic", csv)
                .statusCode(200)
                .body("rows", is(650))
                .body("created", is(650))
                .body("ancestorsCreated", is(13))
                .body("unchanged", is(0))
                .body("rejected", is(0))
                .body("ignoredColumns", is(empty()))
                .body("errors", is(empty()));
        Log.infof("663 groups imported in %d ms", (System.nanoTime() - began) / 1_000_000);
        send(people.admin(), "partial", csv)
                .statusCode(200)
                .body("created", is(0))
                .body("ancestorsCreated", is(0))
                .body("unchanged", is(650));
        people.newcomer().get("/groups/{path}", movement + ".south-east").body("name", is("South East"));
        people.newcomer()
                .get("/groups/{path}", movement + ".south-east.brighton-pavilion")
                .body("name", is("Brighton Pavilion"))
                .body("externalId", is("E14001130"));
        assertThat(walk()).hasSize(663).doesNotHaveDuplicates().isSorted();
        Invariants.hold();
    }

    /** All pages of the directory below the movement. */
    private List<String> walk() {
        var reader = people.newcomer();
        var paths = new ArrayList<String>();
        String cursor = null;
        do {
            var request = reader.request().queryParam("under", movement).queryParam("limit", 100);
            if (cursor != null) request.queryParam("cursor", cursor);
            var page = request.get("/groups").then().statusCode(200).extract();
            paths.addAll(page.path("items.path"));
            cursor = page.path("next");
        } while (cursor != null);
        return paths;
    }

    private String someGoodSomeBad() {
        return "path,name,latitude,longitude\n" + movement + ".a,A,51,0\n" + movement + ".b,B,91,0\n" + movement
                + ".c,C,,\nBAD,,,\n";
    }

    @Test
    void partial_keeps_the_good_rows_and_names_the_others() {
        send(people.admin(), "partial", someGoodSomeBad())
                .statusCode(200)
                .body("rows", is(4))
                .body("created", is(2))
                .body("ancestorsCreated", is(1))
                .body("rejected", is(2))
                .body("errors.line", is(List.of(3, 5, 5)))
                .body("errors.column", is(List.of("latitude", "path", "name")));
        assertThat(walk()).containsExactly(movement, movement + ".a", movement + ".c");
    }

    @Test
    void atomic_takes_all_or_none() {
        Problems.refused(send(people.admin(), "atomic", someGoodSomeBad()), 422, "import-rejected")
                .body("rejected.line", is(List.of(3, 5, 5)))
                .body("rejected[0].column", is("latitude"));
        assertThat(walk()).isEmpty();
    }

    @Test
    void partial_is_what_happens_unless_one_says_otherwise() {
        people.admin()
                .request()
                .contentType("text/csv")
                .body(someGoodSomeBad())
                .post("/groups/import")
                .then()
                .statusCode(200);
    }

    @Test
    void what_leads_have_edited_stays() {
        var lead = people.with(Role.LEAD, town);
        lead.patch("/groups/{path}", "\"0\"", Map.of("name", "As we call it"), town)
                .statusCode(200);
        send(lead, "atomic", "path,name\n" + town + ",Something else\n")
                .statusCode(200)
                .body("unchanged", is(1));
        lead.get("/groups/{path}", town).body("name", is("As we call it"));
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 0", "LEAD, 2", "ORGANISER, 0", "TRAINER, 0", "VERIFIER, 0", "STEWARD, 0"})
    void who_may_import(String role, int created) {
        send(people.as(role, town), "partial", "path,name\n" + town + ".a,A\n" + town + ".b.c,C\n")
                .statusCode(200)
                .body("created", is(created))
                .body("rejected", is(2 - created));
    }

    @Test
    void a_lead_grows_their_own_branch_only() {
        var elsewhere = People.freshTown();
        people.grow(elsewhere);
        send(
                        people.with(Role.LEAD, town),
                        "partial",
                        "path,name\n" + town + ".a,A\n" + elsewhere + ".a,A\n" + movement + ",New movement\n")
                .statusCode(200)
                .body("created", is(1))
                .body("errors.line.sort()", is(List.of(3, 4)))
                .body("errors.column", is(List.of("path", "path")));
        Invariants.hold();
    }

    @Test
    void groups_come_after_those_above_them_in_whatever_order_they_stand() {
        send(
                        people.admin(),
                        "atomic",
                        "path,name\n" + movement + ".a.b,B\n" + movement + ",M\n" + movement + ".a,Named A\n")
                .statusCode(200)
                .body("created", is(3))
                .body("ancestorsCreated", is(0));
        people.newcomer().get("/groups/{path}", movement + ".a").body("name", is("Named A"));
    }

    @ParameterizedTest
    @CsvSource({"'', missing-column", "'path\nuk', missing-column", "'path,name,name\na,b,c', repeated-column"})
    void what_is_no_list_of_groups_is_400(String csv, String code) {
        Problems.refused(send(people.admin(), "partial", csv + " "), 400, code);
    }

    @Test
    void another_mode_is_400() {
        Problems.refused(send(people.admin(), "perhaps", "path,name\n"), 400, "malformed-parameter");
    }

    @Test
    void the_same_file_by_many_at_once_grows_one_tree() {
        var csv = new StringBuilder("path,name\n");
        for (int i = 0; i < 50; i++) csv.append(movement).append(".g").append(i).append(",G\n");
        var statuses = Concurrently.times(
                6,
                () -> send(people.admin(), "atomic", csv.toString()).extract().statusCode());
        assertThat(statuses).isSubsetOf(200, 409).contains(200);
        assertThat(walk()).hasSize(51).doesNotHaveDuplicates();
        Invariants.hold();
    }
}
