package org.barnstorm.regroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.LEAD;
import static org.barnstorm.regroup.Plans.id;
import static org.barnstorm.regroup.Plans.letDayCome;
import static org.barnstorm.regroup.Plans.merge;
import static org.barnstorm.regroup.Plans.split;
import static org.barnstorm.testing.Problems.refused;
import static org.barnstorm.testing.Problems.unseen;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.barnstorm.authority.Budget;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Trusting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sees whom a move names, and how many of them. */
@QuarkusTest
class MovePeopleTest {
    @Inject
    People people;

    @Inject
    MoveSweeper sweeper;

    private final String town = People.freshTown();
    private final String beside = town.split("\\.")[0] + ".beside";

    @ParameterizedTest
    @CsvSource({"MEMBER, 404", "LEAD, 200", "ORGANISER, 404", "TRAINER, 404", "VERIFIER, 404", "STEWARD, 200"})
    void who_may_see_whom_a_split_names(String role, int status) {
        var member = people.member(town);
        var move = id(split(people.lead(town), town, town + ".quarter", member));
        var answer = people.as(role, town).get("/moves/{id}/people", move);
        if (status == 404) {
            unseen(answer);
            return;
        }
        answer.statusCode(200)
                .body("items.memberId", contains(member.id().toString()))
                .body("items[0].declined", is(false))
                .body("items[0].result", nullValue());
    }

    @Test
    void those_it_names_and_leads_of_the_other_group_see_that_it_is_planned_and_not_for_whom() {
        var ada = people.member(town);
        people.grow(beside);
        var move = id(split(people.lead(town), town, beside, ada, people.member(town)));
        refused(ada.get("/moves/{id}/people", move), 403, "no-mandate");
        var there = people.with(LEAD, beside);
        there.get("/moves/{id}", move).statusCode(200).body("declined", nullValue());
        refused(there.get("/moves/{id}/people", move), 403, "no-mandate");
    }

    @Test
    void of_a_merge_it_says_who_declined() {
        var ada = people.member(town);
        people.member(town);
        people.grow(beside);
        var move = id(merge(people.lead(town), town, beside));
        people.lead(town).get("/moves/{id}/people", move).body("items", empty());
        ada.act("/moves/{id}/decline", move).statusCode(200);
        people.lead(town)
                .get("/moves/{id}/people", move)
                .body("items.memberId", contains(ada.id().toString()))
                .body("items.declined", contains(true));
        letDayCome(move);
        sweeper.sweep();
        people.lead(town).get("/moves/{id}/people", move).body("items.result", contains("DECLINED"));
    }

    @Test
    void they_come_page_by_page() {
        var all = List.of(people.member(town), people.member(town), people.member(town));
        var move = id(split(people.lead(town), town, beside, all.get(0), all.get(1), all.get(2)));
        Set<String> seen = new HashSet<>();
        var page = people.lead(town).get("/moves/{id}/people?limit=2", move).body("items", hasSize(2));
        seen.addAll(page.extract().path("items.memberId"));
        String next = page.extract().path("next");
        page = people.lead(town)
                .get("/moves/{id}/people?limit=2&cursor={next}", move, next)
                .body("items", hasSize(1))
                .body("next", nullValue());
        seen.addAll(page.extract().path("items.memberId"));
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(each -> each.id().toString()).toList());
    }

    @Test
    void a_day_has_so_many_whom_one_looks_at() {
        var lead = people.with(LEAD, town);
        var move = id(split(
                people.lead(town),
                town,
                town + ".quarter",
                people.member(town),
                people.member(town),
                people.member(town)));
        Trusting.budget(Budget.PEOPLE, 2);
        String next = lead.get("/moves/{id}/people", move)
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.declined", everyItem(is(false)))
                .extract()
                .path("next");
        lead.get("/moves/{id}/people?limit=2", move).statusCode(200).body("items", hasSize(2));
        refused(lead.get("/moves/{id}/people?cursor={next}", move, next), 429, "budget-spent")
                .body("budget", is("PEOPLE"));
        // Who only wants to know what is planned looks at nobody.
        lead.get("/moves/{id}", move).statusCode(200);
        lead.act("/moves/{id}/cancel", move).statusCode(200);
    }
}
