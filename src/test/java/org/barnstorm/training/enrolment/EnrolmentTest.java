package org.barnstorm.training.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.training.Completions.Held;
import org.barnstorm.training.content.CourseModule;
import org.barnstorm.training.content.ModuleKind;
import org.barnstorm.training.content.Modules;
import org.barnstorm.training.content.News;
import org.barnstorm.training.content.Versions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnrolmentTest {
    private static final GroupPath TOWN = new GroupPath("uk.brighton");
    private final Instant noon = Instant.parse("2030-01-01T12:00:00Z");
    private final UUID trainer = UUID.randomUUID();

    @Test
    void progress_is_the_share_of_steps_that_are_done() {
        var enrolment = enrolment(module("one"), module("two"), module("three"));
        assertThat(enrolment.progressPercent()).isZero();
        enrolment.step("two").done(noon);
        assertThat(enrolment.progressPercent()).isEqualTo(33);
        assertThat(enrolment.nextStep()).map(Step::module).contains("one");
        enrolment.step("one").done(noon);
        enrolment.step("three").done(noon);
        assertThat(enrolment.progressPercent()).isEqualTo(100);
        assertThat(enrolment.nextStep()).isEmpty();
    }

    @Test
    void what_waits_for_a_trainer_comes_after_what_one_can_do() {
        var enrolment = enrolment(module("plan", ModuleKind.ASSIGNMENT), module("read"));
        submit(enrolment.step("plan"));
        assertThat(enrolment.nextStep()).map(Step::module).contains("read");
        enrolment.step("read").done(noon);
        assertThat(enrolment.nextStep()).map(Step::module).contains("plan");
    }

    @Test
    void it_is_completed_when_all_is_done_and_not_before() {
        var enrolment = enrolment(module("one"));
        refused("steps-missing", () -> enrolment.complete(UUID.randomUUID(), noon));
        enrolment.step("one").done(noon);
        enrolment.complete(UUID.randomUUID(), noon);
        assertThat(enrolment.status()).isEqualTo(Enrolment.Status.COMPLETED);
        refused("enrolment-over", () -> enrolment.leave(noon));
    }

    @Test
    void who_waits_goes_on_when_a_trainer_sends_something_back() {
        var enrolment = enrolment(module("plan", ModuleKind.ASSIGNMENT));
        submit(enrolment.step("plan"));
        enrolment.step("plan").accept(trainer, noon);
        enrolment.waitForConfirmation();
        enrolment.step("plan").sendBack(trainer, "Who first?", noon);
        enrolment.goOn();
        assertThat(enrolment.status()).isEqualTo(Enrolment.Status.ACTIVE);
        assertThat(enrolment.step("plan").comment()).isEqualTo("Who first?");
    }

    @ParameterizedTest
    @EnumSource(
            value = ModuleKind.class,
            names = {"READING", "VIDEO"},
            mode = EnumSource.Mode.EXCLUDE)
    void only_what_one_reads_or_watches_is_done_by_ones_own_word(ModuleKind kind) {
        refused("other-kind-of-step", () -> step(kind).done(noon));
    }

    @ParameterizedTest
    @EnumSource(
            value = ModuleKind.class,
            names = {"READING", "VIDEO", "QUIZ"})
    void a_trainer_does_not_do_it_for_them(ModuleKind kind) {
        refused("other-kind-of-step", () -> step(kind).accept(trainer, noon));
    }

    @Test
    void an_assignment_is_submitted_until_it_is_accepted() {
        var step = step(ModuleKind.ASSIGNMENT);
        refused("step-state", () -> step.accept(trainer, noon));
        submit(step);
        step.sendBack(trainer, "Again.", noon);
        assertThat(step.state()).isEqualTo(StepState.RETURNED);
        refused("step-state", () -> step.accept(trainer, noon));
        submit(step);
        assertThat(step.comment()).isNull();
        step.accept(trainer, noon);
        refused("step-state", () -> submit(step));
    }

    @Test
    void what_others_see_is_attested_without_being_submitted() {
        var step = step(ModuleKind.PRACTICAL);
        step.accept(trainer, noon);
        assertThat(step.isDone()).isTrue();
        refused("step-state", () -> step.accept(trainer, noon));
    }

    @Test
    void a_trainer_gives_another_attempt_at_a_quiz() {
        var step = step(ModuleKind.QUIZ);
        step.quiz(StepState.EXHAUSTED, noon);
        step.sendBack(trainer, "Read it again.", noon);
        assertThat(step.extraAttempts()).isEqualTo(1);
        step.quiz(StepState.SUBMITTED, noon);
        refused("step-state", () -> step.sendBack(trainer, "Again.", noon));
    }

    @Test
    void who_holds_nothing_takes_the_whole_course() {
        var plan = plan(News.none(version(module("one"), fresher("two"))), null);
        assertThat(plan.purpose()).isEqualTo(Enrolment.Purpose.WHOLE);
        assertThat(keys(plan)).containsExactly("one", "two");
        refused("course-unpublished", () -> Plan.of(Optional.empty(), Optional.empty(), TOWN));
    }

    @Test
    void who_renews_takes_what_refreshes() {
        var plan = plan(News.none(version(module("one"), fresher("two"))), held(true, true));
        assertThat(plan.purpose()).isEqualTo(Enrolment.Purpose.REFRESH);
        assertThat(keys(plan)).containsExactly("two");
        var whole = plan(News.none(version(module("one"))), held(true, true));
        assertThat(whole.purpose()).isEqualTo(Enrolment.Purpose.WHOLE);
        assertThat(whole.renewsId()).isNull();
    }

    /** Whether those who are qualified are asked to catch up or not. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void who_renews_takes_what_is_new_as_well(boolean asks) {
        var first = version(module("one"), fresher("two"));
        var second = version(module("one"), fresher("two"), module("three"));
        assertThat(keys(plan(new News(second, first, asks), held(true, true)))).containsExactly("two", "three");
        assertThat(keys(plan(new News(second, null, asks), held(true, true)))).containsExactly("one", "two", "three");
    }

    @Test
    void whose_qualification_ran_out_long_ago_takes_the_whole_course() {
        var plan = plan(News.none(version(module("one"), fresher("two"))), held(false, false));
        assertThat(keys(plan)).containsExactly("one", "two");
    }

    @Test
    void who_is_qualified_takes_what_is_new_if_asked_and_else_nothing() {
        var first = version(module("one"));
        var second = version(module("one"), module("two"));
        var plan = plan(new News(second, first, true), held(false, true));
        assertThat(plan.purpose()).isEqualTo(Enrolment.Purpose.CATCH_UP);
        assertThat(keys(plan)).containsExactly("two");
        refused("already-qualified", () -> plan(new News(second, first, false), held(false, true)));
        refused("already-qualified", () -> plan(new News(second, second, true), held(false, true)));
    }

    private static Plan plan(News news, Held held) {
        return Plan.of(Optional.of(news), Optional.ofNullable(held), TOWN);
    }

    private Held held(boolean renewable, boolean counts) {
        var group = new GroupRef(UUID.randomUUID(), TOWN);
        return new Held(UUID.randomUUID(), UUID.randomUUID(), group, UUID.randomUUID(), noon, renewable, counts);
    }

    private static Stream<String> keys(Plan plan) {
        return plan.modules().stream().map(CourseModule::key);
    }

    private Versions.Published version(CourseModule... modules) {
        return new Versions.Published(
                UUID.randomUUID(), UUID.randomUUID(), 1, new Modules(List.of(modules)), false, UUID.randomUUID(), noon);
    }

    private void submit(Step step) {
        step.submit(new Submission("https://docs.example.org/plan", null), noon);
    }

    private static Step step(ModuleKind kind) {
        return new Step(1, module("it", kind));
    }

    private Enrolment enrolment(CourseModule... modules) {
        var plan = new Plan(Enrolment.Purpose.WHOLE, UUID.randomUUID(), null, List.of(modules));
        return new Enrolment(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), plan, noon);
    }

    private static CourseModule fresher(String key) {
        return new CourseModule(key, ModuleKind.READING, "Title", null, "Text", null, true, null);
    }

    private static CourseModule module(String key) {
        return module(key, ModuleKind.READING);
    }

    private static CourseModule module(String key, ModuleKind kind) {
        return new CourseModule(key, kind, "Title", null, "Text", null, null, null);
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).satisfies(refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
