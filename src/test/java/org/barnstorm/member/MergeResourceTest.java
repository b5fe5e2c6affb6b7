package org.barnstorm.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.barnstorm.authority.Role.VERIFIER;
import static org.barnstorm.testing.Problems.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.platform.paging.SealedMarks;
import org.barnstorm.testing.Invariants;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two accounts of one person become one member. */
@QuarkusTest
class MergeResourceTest {
    @Inject
    People people;

    @Inject
    SealedMarks seals;

    private final String town = People.freshTown();
    private Person stays;
    private Person gone;
    private UUID went;

    @BeforeEach
    void somebody_with_two_accounts() {
        stays = people.member(town, "Ada Lovelace");
        gone = people.member(town + ".hove", "Ada King");
        went = gone.id();
    }

    @AfterEach
    void the_invariants_hold() {
        Invariants.hold();
    }

    @Test
    void what_one_takes_out_has_what_was_held_about_the_other() {
        Doubles.merge(stays, gone).statusCode(200);
        stays.get("/me/export")
                .statusCode(200)
                .body("held.profile", hasSize(1))
                .body("held.merged.gone", contains(went.toString()))
                .body("held.memberships.group", hasItems(town, town + ".hove"))
                .body("held.journal.findAll { it.subject == '" + went + "' }.type", hasItems("member.created"));
    }

    @Test
    void both_accounts_are_one_member_from_then_on() {
        Doubles.merge(stays, gone)
                .statusCode(200)
                .body("gone", is(went.toString()))
                .body("stays", is(stays.id().toString()));
        for (var account : new Person[] {stays, gone}) {
            account.get("/me")
                    .statusCode(200)
                    .body("id", is(stays.id().toString()))
                    .body("name", is("Ada Lovelace"))
                    .body("memberships.group", hasItems(town, town + ".hove"))
                    .body("memberships", hasSize(2));
        }
        assertThat(Sql.value(Long.class, "select count(*) from person where member_id = ?", went))
                .isZero();
        assertThat(Work.journaled(stays.id(), "member.merged")).isEqualTo(1);
        assertThat(Work.journaled(went, "member.merged-into")).isEqualTo(1);
    }

    @Test
    void what_one_has_in_hand_goes_over_and_is_done_with_the_other_account() {
        var hold = Work.claim(gone, Work.open(people.lead(town), town + ".hove", 2));
        Doubles.merge(stays, gone).statusCode(200);
        stays.get("/me/assignments").statusCode(200).body("items.id", hasItem(hold.toString()));
        Work.complete(stays, hold);
        Work.verify(people.lead(town), hold);
    }

    @Test
    void verified_work_courses_waiting_and_calendars_go_over() {
        var lead = people.lead(town);
        var hold = Work.done(gone, Work.open(lead, town + ".hove", 2));
        Work.verify(lead, hold);
        var course = course();
        completed(gone, course);
        var full = Work.open(lead, town + ".hove", 1);
        Work.claim(people.member(town + ".hove"), full);
        gone.put("/tasks/{id}/waitlist", full).statusCode(200);
        gone.post("/me/calendars", Map.of("detail", "TITLES")).statusCode(201);
        Doubles.merge(stays, gone).statusCode(200);
        stays.get("/me/assignments").body("items.id", hasItem(hold.toString()));
        stays.get("/me/waitlist").statusCode(200).body("items", hasSize(1));
        stays.get("/me/calendars").statusCode(200).body("items", hasSize(1));
        lead.get("/qualifications?member={member}", stays.id()).body("items.courseId", is(List.of(course)));
    }

    @Test
    void the_preview_says_what_the_merge_does_and_does_nothing() {
        Work.claim(gone, Work.open(people.lead(town), town + ".hove", 2));
        var code = Doubles.code(gone);
        var wanted = Map.of("code", code);
        for (var time = 0; time < 2; time++) {
            stays.post("/me/merge/preview", wanted)
                    .statusCode(200)
                    .body("name", is("Ada King"))
                    .body("email", is(gone.account().email()))
                    .body("obstacles", is(empty()))
                    .body("taken.find { it.what == 'memberships' }.count", is(1))
                    .body("taken.find { it.what == 'assignments' }.count", is(1))
                    .body("taken.find { it.what == 'accounts' }.count", is(1));
        }
        gone.get("/me").body("id", is(went.toString())).body("memberships", hasSize(1));
        assertThat(Work.journaled(went, "member.merged-into")).isZero();
        stays.post("/me/merge", wanted).statusCode(200);
    }

    @Test
    void of_two_memberships_of_a_group_the_one_that_belongs_goes_on() {
        var quiet = town + ".quiet";
        people.lead(town)
                .post("/groups", Map.of("path", quiet, "name", "Quiet", "joinPolicy", "REQUEST"))
                .statusCode(201);
        stays.put("/groups/{path}/membership", quiet).statusCode(200);
        String belongs = gone.put("/groups/{path}/membership", quiet)
                .statusCode(200)
                .extract()
                .path("id");
        people.lead(town).act("/memberships/{id}/approve", belongs).statusCode(200);
        gone.put("/groups/{path}/membership", town).statusCode(200);
        Doubles.merge(stays, gone).statusCode(200);
        stays.get("/me")
                .body("memberships", hasSize(3))
                .body("memberships.find { it.group == '" + quiet + "' }.id", is(belongs))
                .body("memberships.status", not(hasItem("REQUESTED")));
        assertThat(Sql.column(
                        String.class,
                        "select end_reason from membership where member_id = ? and status = 'ENDED'",
                        stays.id()))
                .containsExactly("MERGED", "MERGED");
    }

    @Test
    void what_both_did_in_one_task_is_counted_once_and_lost_nowhere() {
        var lead = people.lead(town);
        gone.put("/groups/{path}/membership", town).statusCode(200);
        var task = Work.open(lead, town, 2);
        var own = Work.done(stays, task);
        var theirs = Work.done(gone, task);
        Work.verify(lead, own);
        Work.verify(lead, theirs);
        Doubles.merge(stays, gone).statusCode(200);
        stays.get("/me/assignments").body("items.id", hasItem(own.toString())).body("items", hasSize(1));
        lead.get("/assignments/{id}", theirs).statusCode(200).body("status", is("VERIFIED"));
    }

    @Test
    void a_repeat_with_the_same_key_is_answered_again() {
        var wanted = Map.of("code", Doubles.code(gone));
        var key = UUID.randomUUID().toString();
        for (var time = 0; time < 2; time++) {
            stays.request()
                    .header("Idempotency-Key", key)
                    .contentType(ContentType.JSON)
                    .body(wanted)
                    .post("/me/merge")
                    .then()
                    .statusCode(200)
                    .body("gone", is(went.toString()));
        }
    }

    @Test
    void a_code_is_good_once_and_for_nobody_it_was_not_made_for() {
        var wanted = Map.of("code", Doubles.code(gone));
        stays.post("/me/merge", wanted).statusCode(200);
        refused(people.newcomer().post("/me/merge", wanted), 409, "merge-code");
        refused(stays.post("/me/merge", wanted), 409, "merge-code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "AAAAAAAAAAAAAAAAAAAAAAAAAAAA", "+/+"})
    void no_code_is_refused(String code) {
        refused(stays.post("/me/merge", Map.of("code", code)), 409, "merge-code");
        refused(stays.post("/me/merge/preview", Map.of("code", code)), 409, "merge-code");
    }

    @Test
    void after_a_quarter_of_an_hour_a_code_is_none() {
        var earlier = new MergeCodes(seals, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-16)));
        refused(stays.post("/me/merge", Map.of("code", earlier.make(went).code())), 409, "merge-code");
    }

    @Test
    void one_does_not_become_part_of_oneself() {
        refused(Doubles.merge(stays, stays), 409, "merge-with-oneself");
        Doubles.merge(stays, gone).statusCode(200);
        refused(Doubles.merge(stays, gone), 409, "merge-with-oneself");
    }

    @Test
    void whoever_goes_on_goes_on_with_all_who_came_before() {
        var first = people.member(town + ".kemptown");
        var earliest = first.id();
        Doubles.merge(gone, first).statusCode(200);
        Doubles.merge(stays, gone).statusCode(200);
        first.get("/me")
                .body("id", is(stays.id().toString()))
                .body("memberships.group", hasItems(town, town + ".hove", town + ".kemptown"));
        assertThat(Sql.column(UUID.class, "select gone_id from member_merged where stays_id = ?", stays.id()))
                .containsExactlyInAnyOrder(earliest, went);
    }

    @Test
    void whoever_asks_for_the_one_who_went_is_told() {
        Doubles.merge(stays, gone).statusCode(200);
        var lead = people.lead(town);
        refused(lead.post("/groups/{path}/members", Map.of("memberId", went), town), 409, "member-merged");
        refused(
                lead.post("/mandates", Map.of("memberId", went, "group", town, "role", VERIFIER)),
                409,
                "member-merged");
        var task = Work.open(lead, town, 2);
        assertThat(lead.post("/tasks/{id}/assignments", Map.of("memberId", went), task)
                        .extract()
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void nobody_gives_authority_back_to_who_went() {
        var mandate = people.appoint(gone, VERIFIER, town);
        var lead = people.lead(town);
        lead.post("/mandates/{id}/revoke", Map.of("reason", "By mistake."), mandate)
                .statusCode(200);
        Doubles.merge(stays, gone).statusCode(200);
        refused(lead.act("/mandates/{id}/restore", mandate), 409, "member-merged");
    }

    @Test
    void what_they_did_before_is_shown_with_their_name() {
        var lead = people.lead(town);
        gone.put("/groups/{path}/membership", town).statusCode(200);
        var task = Work.open(lead, town, 2);
        for (var account : List.of(stays, gone)) Work.verify(lead, Work.done(account, task));
        Doubles.merge(stays, gone).statusCode(200);
        lead.get("/tasks/{id}/assignments", task)
                .statusCode(200)
                .body("items.memberId", hasItems(stays.id().toString(), went.toString()))
                .body("items.name.unique()", hasSize(1));
    }

    private String course() {
        return people.lead(town)
                .post("/courses", Map.of("group", town, "title", "Listening", "description", "One evening."))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void completed(Person learner, String course) {
        people.lead(town)
                .post("/courses/{id}/completions", Map.of("memberId", learner.id(), "group", town + ".hove"), course)
                .statusCode(201);
    }
}
