package org.barnstorm.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.barnstorm.authority.Role;
import org.barnstorm.testing.Concurrently;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Problems;
import org.barnstorm.testing.TestStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class MeResourceTest {
    @Inject
    People people;

    final String town = People.freshTown();

    @Test
    void the_first_call_makes_a_member() {
        var ada = people.newcomer("Ada Lovelace");
        ada.get("/me")
                .statusCode(200)
                .body("name", is("Ada Lovelace"))
                .body("email", is(ada.account().email()))
                .body("language", is("en"))
                .body("phone", nullValue())
                .body("memberships", is(empty()));
    }

    @Test
    void the_second_call_finds_the_same_member() {
        var ada = people.newcomer();
        ada.get("/me").body("id", is(ada.id().toString()));
    }

    @Test
    void twenty_first_calls_at_once_make_one_member() throws SQLException {
        var ada = people.newcomer();
        var ids = Concurrently.times(
                20, () -> ada.get("/me").statusCode(200).extract().<String>path("id"));
        assertThat(ids).hasSize(20).containsOnly(ids.get(0));
        try (var owner = TestStack.asOwner();
                var query = owner.prepareStatement("select count(*) from identity where subject = ?")) {
            query.setString(1, ada.account().subject());
            try (var rows = query.executeQuery()) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(1);
            }
        }
        Invariants.hold();
    }

    @Test
    void a_program_never_becomes_a_member() throws SQLException {
        var program = people.program();
        Problems.refused(program.get("/me"), 403, "service-account");
        Problems.refused(program.put("/groups/{path}/membership", town), 403, "service-account");
        try (var owner = TestStack.asOwner();
                var query = owner.prepareStatement("select 1 from identity where subject = ?")) {
            query.setString(1, program.account().subject());
            assertThat(query.executeQuery().next()).isFalse();
        }
    }

    @Test
    void one_edits_ones_own_profile() {
        var ada = people.newcomer("Ada Lovelace");
        var home = Map.of("type", "Point", "coordinates", List.of(-0.146789, 50.829461));
        ada.patch("/me", null, Map.of("name", "Ada King", "phone", "+441632960001", "language", "fr-CA", "home", home))
                .statusCode(200)
                .body("name", is("Ada King"))
                .body("phone", is("+441632960001"))
                .body("language", is("fr-CA"))
                .body("home.coordinates", is(List.of(-0.15f, 50.83f)));
        ada.patch("/me", null, "{\"phone\":null,\"home\":null}")
                .statusCode(200)
                .body("phone", nullValue())
                .body("home", nullValue())
                .body("name", is("Ada King"));
        ada.get("/me")
                .body("name", is("Ada King"))
                .body("email", is(ada.account().email()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"\"} | /name",
                "{\"name\":null} | /name",
                "{\"language\":null} | /language",
                "{\"language\":\"klingon language\"} | /language",
                "{\"phone\":\"01632 960001\"} | /phone",
                "{\"phone\":\"+0\"} | /phone"
            })
    void a_value_that_breaks_a_rule_is_422(String patch, String pointer) {
        Problems.refused(people.newcomer().patch("/me", null, patch), 422, "invalid-input")
                .body("errors[0].pointer", is(pointer));
    }

    @ParameterizedTest
    @CsvSource({"id", "email", "version", "memberships", "memberId", "createdAt"})
    void what_is_not_ones_to_change_is_400(String field) {
        Problems.refused(people.newcomer().patch("/me", null, Map.of(field, "x")), 400, "malformed-json")
                .body("errors[0].pointer", is("/" + field));
    }

    @Test
    void ones_own_edits_at_once_are_made_one_after_the_other() {
        var ada = people.newcomer();
        ada.id();
        var statuses = Concurrently.times(
                6, () -> ada.patch("/me", null, Map.of("name", "Ada")).extract().statusCode());
        assertThat(statuses).isSubsetOf(200, 409).contains(200);
        Invariants.hold();
    }

    @Test
    void my_memberships_are_mine_to_see() {
        var ada = people.member(town);
        ada.get("/me")
                .body("memberships.group", is(List.of(town)))
                .body("memberships[0].status", is("ACTIVE"))
                .body("memberships[0].memberId", is(ada.id().toString()));
        ada.delete("/groups/{path}/membership", town).statusCode(204);
        ada.get("/me").body("memberships", is(empty()));
    }

    @Test
    void my_mandates_are_mine_to_see() {
        var organiser = people.with(Role.ORGANISER, town);
        organiser
                .get("/me/mandates")
                .statusCode(200)
                .body("items.role", is(List.of("ORGANISER")))
                .body("items[0].memberId", is(organiser.id().toString()));
        people.newcomer().get("/me/mandates").body("items", is(empty()));
    }

    @Test
    void one_persons_record_is_not_anothers() {
        var ada = people.newcomer("Ada Lovelace");
        people.newcomer("Ben Nevis").get("/me").body("id", not(is(ada.id().toString())));
    }
}
