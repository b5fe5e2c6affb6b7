package org.barnstorm.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.authority.Limits;
import org.barnstorm.authority.Role;
import org.barnstorm.mandate.Source;
import org.barnstorm.mandate.Standings.Held;
import org.barnstorm.mandate.Standings.Standing;
import org.barnstorm.training.content.ModuleKind;
import org.barnstorm.training.enrolment.Enrolments;
import org.barnstorm.training.enrolment.StepState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final NamedGroup TOWN = new NamedGroup(new GroupPath("uk.brighton"), "Brighton");
    private static final About COURSE = About.course(TOWN, "On the doorstep");

    @Test
    void a_module_is_named_with_its_place_in_the_course() {
        var next = new Enrolments.Next("check", "What would you do?", ModuleKind.QUIZ, StepState.OPEN, 3, 5);
        assertThat(Words.step(Rung.Code.CONTINUE_COURSE, COURSE.module(next), NOON))
                .isEqualTo("Go on with \"On the doorstep\": module 3 of 5, \"What would you do?\".");
    }

    @Test
    void what_runs_out_says_when() {
        var soon = COURSE.until(NOON.plus(Duration.ofDays(12)));
        assertThat(Words.step(Rung.Code.RENEW_QUALIFICATION, soon, NOON))
                .isEqualTo("Renew \"On the doorstep\" in Brighton: it runs out in 12 days.");
        var lately = COURSE.until(NOON.minus(Duration.ofDays(1)));
        assertThat(Words.step(Rung.Code.RENEW_QUALIFICATION, lately, NOON))
                .isEqualTo("Renew \"On the doorstep\" in Brighton: it ran out 1 day ago.");
        var tonight = COURSE.until(NOON.plus(Duration.ofHours(7)));
        assertThat(Words.step(Rung.Code.RENEW_QUALIFICATION, tonight, NOON))
                .isEqualTo("Renew \"On the doorstep\" in Brighton: it runs out in less than a day.");
    }

    @Test
    void a_mandate_says_what_where_and_how_long() {
        var here = new GroupRef(UUID.randomUUID(), TOWN.path());
        var lead = new Held(
                UUID.randomUUID(),
                here,
                Role.LEAD,
                Role.LEAD.capabilities(),
                Source.APPOINTED,
                null,
                Limits.NONE,
                null);
        assertThat(Words.mandate(lead, TOWN, NOON)).isEqualTo("You are a lead in Brighton and everything below.");
        var until = NOON.plus(Duration.ofDays(9));
        var some = new Held(
                UUID.randomUUID(),
                here,
                null,
                Set.of(Capability.MEMBER_READ),
                Source.DELEGATED,
                until,
                Limits.NONE,
                null);
        assertThat(Words.mandate(some, TOWN, NOON))
                .isEqualTo("You can, in Brighton and everything below, for 9 more days: see who is a member of a"
                        + " group.");
    }

    @Test
    void a_limited_mandate_says_for_which_tasks() {
        var here = new GroupRef(UUID.randomUUID(), TOWN.path());
        var limits = new Limits(UUID.randomUUID(), Set.of("phone", "canvass"), 20);
        var held = new Held(
                UUID.randomUUID(),
                here,
                null,
                Set.of(Capability.KIND_MANAGE),
                Source.APPOINTED,
                null,
                limits,
                "Warm homes");
        assertThat(Words.mandate(held, TOWN, NOON))
                .startsWith("You can, in Brighton and everything below, for tasks of the kinds canvass, phone of the"
                        + " campaign \"Warm homes\" with at most 20 places: ");
    }

    @Test
    void missing_vouches_are_counted() {
        assertThat(Words.step(Rung.Code.ASK_FOR_VOUCHES, About.group(TOWN).missing(2), NOON))
                .isEqualTo("Ask 2 more trusted members of Brighton to vouch for you.");
        assertThat(Words.step(Rung.Code.ASK_FOR_VOUCHES, About.group(TOWN).missing(1), NOON))
                .isEqualTo("Ask 1 more trusted member of Brighton to vouch for you.");
    }

    @Test
    void what_is_unlocked_says_where_and_when() {
        var what = List.of(Capability.TASK_EDIT, Capability.TASK_CREATE);
        assertThat(Unlock.capabilities(TOWN, what, false, false).text())
                .isEqualTo("In Brighton you can then: make tasks, as drafts; see drafts; publish, change, close and"
                        + " cancel tasks.");
        assertThat(Unlock.capabilities(TOWN, what, false, true).text()).contains("you can then, once a lead agrees:");
        assertThat(Unlock.capabilities(TOWN, what, true, true).text()).contains("you can still:");
        assertThat(Words.tasks(4, List.of(new KindOfWork("phone-bank", "Phone banking")), false))
                .isEqualTo("You can then claim 4 more open tasks: Phone banking.");
        assertThat(Words.tasks(1, List.of(), true)).isEqualTo("You can still claim 1 more open task.");
    }

    @ParameterizedTest
    @EnumSource(Rung.Code.class)
    void every_kind_of_step_has_words(Rung.Code code) {
        var about = COURSE.task("Ring ten members")
                .module(new Enrolments.Next("plan", "Your plan", ModuleKind.ASSIGNMENT, StepState.OPEN, 1, 1))
                .role(Role.ORGANISER)
                .missing(1)
                .until(NOON);
        assertThat(Words.step(code, about, NOON)).endsWith(".").doesNotContain("null");
    }

    @ParameterizedTest
    @CsvSource({
        "0, false, NOTHING_YET",
        "1, false, CONFIRMED_RESULT",
        "1, true, VOUCHED",
        "2, true, CONFIRMED_WORK",
        "3, false, ORGANISER_MANDATE",
        "4, false, LEAD_MANDATE"
    })
    void every_level_has_a_reason(int level, boolean vouched, Because because) {
        var here = new GroupRef(UUID.randomUUID(), TOWN.path());
        var standing = new Standing(here, level, vouched, 3, Duration.ofDays(20), null);
        assertThat(Because.of(standing)).isEqualTo(because);
        assertThat(Words.standing(standing)).endsWith(".");
    }

    @Test
    void every_capability_has_a_meaning_that_goes_on_in_a_sentence() {
        assertThat(CapabilityInWords.of(EnumSet.allOf(Capability.class)))
                .hasSize(Capability.values().length)
                .allSatisfy(each -> assertThat(each.text()).isNotBlank().doesNotEndWith("."));
    }
}
