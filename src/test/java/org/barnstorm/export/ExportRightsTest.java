package org.barnstorm.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.authority.Role.ORGANISER;
import static org.barnstorm.authority.Role.STEWARD;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.barnstorm.authority.Budget;
import org.barnstorm.testing.Drives;
import org.barnstorm.testing.Integrators;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Trusting;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may take out what, how much of it in a day, and that nobody gets more than the lists have. */
@QuarkusTest
class ExportRightsTest {
    @Inject
    People people;

    private final String town = People.freshTown();

    @AfterEach
    void trustEverybodyAgain() {
        Trusting.everybody();
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 200", "TRAINER, 200", "VERIFIER, 403", "STEWARD, 200"})
    void who_may_take_out_members(String role, int status) {
        export(people.as(role, town), "members", town, status);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, 403", "LEAD, 200", "ORGANISER, 200", "TRAINER, 403", "VERIFIER, 200", "STEWARD, 403"})
    void who_may_take_out_work(String role, int status) {
        var person = people.as(role, town);
        for (var kind : List.of("tasks", "assignments", "outcomes")) export(person, kind, town, status);
    }

    private static void export(Person who, String kind, String group, int status) {
        var answer = Exported.of(who, kind, group, "text/csv").statusCode(status);
        if (status == 403) refused(answer, 403, "no-mandate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"members", "tasks", "assignments", "outcomes"})
    void other_peoples_groups_are_refused_and_unknown_ones_are_not_there(String kind) {
        var lead = people.with(LEAD, town);
        people.grow(town + "-beside");
        export(lead, kind, town + "-beside", 403);
        export(lead, kind, town.substring(0, town.indexOf('.')), 403);
        unseen(Exported.of(lead, kind, town + ".nowhere", "text/csv"));
    }

    @Test
    void a_mandate_for_some_tasks_is_for_no_export() {
        var lead = people.with(LEAD, town);
        var ada = people.member(town);
        Drives.appoint(lead, ada, town, Drives.campaign(lead, town));
        for (var kind : List.of("tasks", "assignments", "outcomes")) {
            refused(Exported.of(ada, kind, town, "text/csv"), 403, "no-mandate").body("limits", notNullValue());
        }
    }

    @Test
    void programs_take_out_what_their_scopes_show() {
        Work.open(people.with(ORGANISER, town), town, 1);
        var reader = Integrators.integration(people, town, "tasks:read");
        assertThat(Exported.csv(reader, "tasks", town)).hasSize(1);
        export(reader, "outcomes", town, 200);
        refused(Exported.of(reader, "members", town, "text/csv"), 403, "scope-missing");
        refused(Exported.of(reader, "assignments", town, "text/csv"), 403, "forbidden");
        unseen(Exported.of(reader, "tasks", town + "-beside", "text/csv"));
        people.grow(town + "-beside");
        unseen(Exported.of(reader, "tasks", town + "-beside", "text/csv"));
        var counter = Integrators.integration(people, town, "members:read");
        assertThat(Exported.csv(counter, "members", town)).isNotEmpty();
        refused(Exported.of(counter, "tasks", town, "text/csv"), 403, "scope-missing");
    }

    @Test
    void an_app_of_others_takes_out_no_more_than_who_signed_in() {
        var member = people.member(town);
        refused(
                Exported.of(Integrators.inOthersApp(member, "members:read"), "members", town, "text/csv"),
                403,
                "no-mandate");
        var steward = people.with(STEWARD, town);
        export(Integrators.inOthersApp(steward, "members:read"), "members", town, 200);
        refused(
                Exported.of(Integrators.inOthersApp(steward, "tasks:read"), "members", town, "text/csv"),
                403,
                "scope-missing");
    }

    @Test
    void people_count_as_in_lists_and_are_refused_as_a_whole() {
        Trusting.budget(Budget.PEOPLE, 3);
        var lead = people.with(LEAD, town);
        for (var i = 0; i < 4; i++) people.member(town, "Ada " + i);
        refused(Exported.of(lead, "members", town, "text/csv"), 429, "budget-spent")
                .header("Retry-After", notNullValue())
                .body("budget", is("PEOPLE"))
                .body("limit", is(3))
                .body("used", is(0))
                .body("asked", is(4));
        used(lead, "PEOPLE", 0);
        used(lead, "EXPORTS", 0);
        assertThat(Work.journaled(lead.id(), "member.exported")).isZero();
        Trusting.budget(Budget.PEOPLE, 4);
        assertThat(Exported.csv(lead, "members", town)).hasSize(5); // oneself is free
        used(lead, "PEOPLE", 4);
        assertThat(Exported.csv(lead, "members", town)).hasSize(5); // who was looked at counts once
        lead.get("/groups/{path}/members", town).statusCode(200);
        used(lead, "PEOPLE", 4);
    }

    @Test
    void what_a_list_has_shown_today_an_export_does_not_count_again() {
        Trusting.budget(Budget.PEOPLE, 2);
        var lead = people.with(LEAD, town);
        var task = Work.open(lead, town, 2);
        Work.done(people.member(town), task);
        Work.done(people.member(town), task);
        lead.get("/tasks/{id}/assignments", task).statusCode(200);
        used(lead, "PEOPLE", 2);
        assertThat(Exported.csv(lead, "assignments", town)).hasSize(2);
        assertThat(Exported.csv(lead, "outcomes", town)).hasSize(2);
        Work.done(people.member(town), Work.open(lead, town, 1));
        refused(Exported.of(lead, "assignments", town, "text/csv"), 429, "budget-spent")
                .body("asked", is(1));
        assertThat(Exported.csv(lead, "outcomes", town)).hasSize(3); // nobody is in it
    }

    @Test
    void a_day_has_so_many_exports() {
        Trusting.budget(Budget.EXPORTS, 2);
        var lead = people.with(LEAD, town);
        Exported.csv(lead, "tasks", town);
        Exported.csv(lead, "outcomes", town);
        refused(Exported.of(lead, "tasks", town, "text/csv"), 429, "budget-spent")
                .body("budget", is("EXPORTS"))
                .body("used", is(2));
        assertThat(Work.journaled(lead.id(), "member.exported")).isEqualTo(2);
        Exported.csv(people.with(LEAD, town), "tasks", town); // others have their own
    }

    @Test
    void who_is_suspended_takes_out_nothing() {
        var organiser = people.with(ORGANISER, town);
        export(organiser, "tasks", town, 200);
        var until = Instant.now().plus(Duration.ofDays(7)).toString();
        var suspension = Map.of("memberId", organiser.id(), "reason", "Under review.", "until", until);
        people.lead(town).post("/groups/{path}/suspensions", suspension, town).statusCode(201);
        export(organiser, "tasks", town, 403);
        export(organiser, "members", town, 403);
    }

    @Test
    void whoever_may_read_the_journal_sees_that_there_was_an_export() {
        var organiser = people.with(ORGANISER, town);
        export(organiser, "members", town, 200);
        people.with(STEWARD, town).get("/journal?group={group}", town).body("items.type", hasItem("member.exported"));
    }

    private void used(Person who, String budget, int used) {
        who.get("/me/budgets?group={group}", town)
                .body("budgets.find { it.budget == '" + budget + "' }.used", is(used));
    }
}
