package org.barnstorm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.barnstorm.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What people agreed to, and what happens when it changes. */
class AgreementTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Duration TRAVEL = Duration.ofMinutes(30);
    private static final Lease.Terms TERMS =
            new Lease.Terms(Duration.ofMinutes(30), Duration.ofHours(12), Duration.ofHours(12));
    private static final UUID ADA = UUID.randomUUID();

    private static final TaskContent LEAFLETS = new TaskContent(
            "Leaflets",
            "Meet at ten.",
            3,
            false,
            new Place("Level", null),
            NOON,
            NOON.plusSeconds(7200),
            ZoneId.of("Europe/London"),
            60,
            null,
            48,
            Audience.MEMBERS_OF_THE_GROUP,
            null,
            List.of("Fetch them"),
            Verification.OF_EVERYTHING,
            null);

    private static final TaskContent POSTERS = leafletsWith("title", "Posters");

    static Stream<Arguments> what_people_agreed_to_makes_a_new_revision() {
        return Stream.of(
                Arguments.of("title", "Posters"),
                Arguments.of("instructions", "Bring an umbrella."),
                Arguments.of("steps", List.of("Fetch them", "Hang them up")),
                Arguments.of("place", new Place("Pier", null)),
                Arguments.of("remote", true),
                Arguments.of("startsAt", NOON.plusSeconds(60)),
                Arguments.of("endsAt", NOON.plusSeconds(9000)),
                Arguments.of("effortMinutes", 61),
                Arguments.of("kind", "canvass"));
    }

    @ParameterizedTest
    @MethodSource
    void what_people_agreed_to_makes_a_new_revision(String field, Object value) {
        var task = open();
        task.edit(leafletsWith(field, value), TRAVEL);
        assertThat(task.revision()).isEqualTo(2);
    }

    static Stream<Arguments> what_concerns_organisers_makes_none() {
        return Stream.of(
                Arguments.of("title", "Leaflets"),
                Arguments.of("capacity", 9),
                Arguments.of("campaignId", ADA),
                Arguments.of("leaseHours", 12),
                Arguments.of("requiredCourseId", ADA),
                Arguments.of("audience", new Audience(Audience.Who.MOVEMENT, null)),
                Arguments.of("verification", new Verification(Verification.Mode.NONE, null, null)));
    }

    @ParameterizedTest
    @MethodSource
    void what_concerns_organisers_makes_none(String field, Object value) {
        var task = open();
        task.edit(leafletsWith(field, value), TRAVEL);
        assertThat(task.revision()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"DRAFT", "WAITING"})
    void nobody_can_have_agreed_to_what_was_never_open(Task.Status status) {
        var task = TaskTest.taskThatIs(status);
        task.edit(POSTERS, TRAVEL);
        assertThat(task.revision()).isEqualTo(1);
    }

    @Test
    void a_hold_is_outdated_until_its_holder_has_read_what_changed() {
        var task = open();
        var hold = heldBy(task);
        assertThat(hold.isOutdated(task)).isFalse();
        task.edit(POSTERS, TRAVEL);
        assertThat(hold.isOutdated(task)).isTrue();
        hold.acknowledge(3, task, NOON);
        assertThat(hold.isOutdated(task)).isFalse();
        assertThat(hold.revision()).isEqualTo(2);
    }

    @Test
    void what_is_done_is_not_outdated_by_a_later_change() {
        var task = open();
        var hold = heldBy(task);
        hold.complete(3, new Outcome("done", null, null, null), NOON);
        task.edit(POSTERS, TRAVEL);
        assertThat(hold.isOutdated(task)).isFalse();
        refused("assignment-state", () -> hold.acknowledge(3, task, NOON));
    }

    @Test
    void only_the_newest_hold_in_its_lease_acknowledges() {
        var task = open();
        var hold = heldBy(task);
        task.edit(POSTERS, TRAVEL);
        refused("lease-lost", () -> hold.acknowledge(2, task, NOON));
        refused("lease-lost", () -> hold.acknowledge(3, task, NOON.plus(Duration.ofDays(9))));
        assertThat(hold.revision()).isEqualTo(1);
    }

    @Test
    void accepting_an_offer_agrees_to_the_task_as_it_is_then() {
        var task = open();
        var offer = new Assignment(
                task, ADA, Source.OFFER, UUID.randomUUID(), 3, Lease.offered(NOON.plusSeconds(60)), NOON);
        task.edit(POSTERS, TRAVEL);
        assertThat(offer.isOutdated(task)).isTrue();
        offer.accept(task, TERMS, NOON);
        assertThat(offer.isOutdated(task)).isFalse();
    }

    @Test
    void a_change_that_nobody_has_read_is_not_acknowledged() {
        new Acknowledgement(3L, null).requireCurrent(7);
        new Acknowledgement(3L, 7).requireCurrent(7);
        refused("changed-again", () -> new Acknowledgement(3L, 6).requireCurrent(7));
    }

    @Test
    void a_task_of_a_series_that_is_edited_by_itself_is_detached() {
        var task = open();
        task.detach();
        assertThat(task.occurrence()).isNull();
        task.in(new Occurrence(ADA, LocalDateTime.parse("2030-01-01T12:00"), false));
        task.detach();
        assertThat(task.occurrence().detached()).isTrue();
        assertThat(task.occurrence().seriesId()).isEqualTo(ADA);
    }

    private static Task open() {
        var task = new Task(UUID.randomUUID(), UUID.randomUUID(), LEAFLETS, TRAVEL, ADA, NOON);
        task.publish(NOON);
        return task;
    }

    private static Assignment heldBy(Task task) {
        var lease = Lease.held(NOON, NOON.plus(Duration.ofDays(2)), TERMS);
        return new Assignment(task, ADA, Source.CLAIM, null, 3, lease, NOON);
    }

    private static TaskContent leafletsWith(String field, Object value) {
        var components = TaskContent.class.getRecordComponents();
        try {
            var values = new Object[components.length];
            for (var i = 0; i < values.length; i++) {
                var same = components[i].getAccessor().invoke(LEAFLETS);
                values[i] = components[i].getName().equals(field) ? value : same;
            }
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return TaskContent.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).satisfies(refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
