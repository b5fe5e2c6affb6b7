package org.barnstorm.platform.http;

import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody's edit is lost: ETag and If-Match. */
@QuarkusTest
class EditsTest {
    @Inject
    People people;

    final String town = People.freshTown();

    @Test
    void an_edit_starts_from_the_version_that_was_read() {
        var lead = people.with(Role.LEAD, town);
        var etag = lead.get("/groups/{path}", town).extract().header("ETag");
        var next = lead.patch("/groups/{path}", etag, Map.of("name", "First"), town)
                .statusCode(200)
                .body("name", is("First"))
                .extract()
                .header("ETag");
        Problems.refused(lead.patch("/groups/{path}", etag, Map.of("name", "Second"), town), 412, "stale-version");
        lead.patch("/groups/{path}", next, Map.of("name", "Third"), town).statusCode(200);
        lead.get("/groups/{path}", town).body("name", is("Third"));
    }

    @Test
    void without_a_version_it_is_428() {
        var lead = people.with(Role.LEAD, town);
        Problems.refused(lead.patch("/groups/{path}", null, Map.of("name", "x"), town), 428, "if-match-required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "0", "W/\"0\"", "\"0\", \"1\"", "\"abc\"", "\"99999999999999999999\"", "\"-1\""})
    void any_other_tag_is_412(String tag) {
        var lead = people.with(Role.LEAD, town);
        Problems.refused(lead.patch("/groups/{path}", tag, Map.of("name", "x"), town), 412, "stale-version");
    }

    @Test
    void an_empty_patch_is_400() {
        var lead = people.with(Role.LEAD, town);
        Problems.refused(lead.patch("/groups/{path}", "\"0\"", Map.of(), town), 400, "empty-patch");
    }

    @Test
    void a_patch_of_what_cannot_be_edited_is_400() {
        var lead = people.with(Role.LEAD, town);
        for (var field : new String[] {"id", "version", "path", "distanceKm", "parentId", "createdAt"}) {
            Problems.refused(lead.patch("/groups/{path}", "\"0\"", Map.of(field, "x"), town), 400, "malformed-json")
                    .body("errors[0].pointer", is("/" + field));
        }
    }

    @Test
    void emptying_what_may_not_be_empty_is_422() {
        var lead = people.with(Role.LEAD, town);
        Problems.refused(lead.patch("/groups/{path}", "\"0\"", "{\"name\":null}", town), 422, "invalid-input")
                .body("errors[0].pointer", is("/name"));
    }

    @Test
    void a_patch_that_is_no_object_is_400() {
        var lead = people.with(Role.LEAD, town);
        for (var body : new String[] {"[]", "7", "\"x\"", "null", "{"}) {
            lead.patch("/groups/{path}", "\"0\"", body, town).statusCode(400);
        }
    }

    @Test
    void of_many_edits_of_one_version_at_once_one_is_made() {
        var lead = people.with(Role.LEAD, town);
        var statuses = Concurrently.times(8, () -> lead.patch("/groups/{path}", "\"0\"", Map.of("name", "x"), town)
                .extract()
                .statusCode());
        org.assertj.core.api.Assertions.assertThat(statuses)
                .containsOnlyOnce(200)
                .containsAnyOf(412, 409)
                .doesNotContain(500);
        lead.get("/groups/{path}", town).body("version", is(1));
        Invariants.hold();
    }
}
