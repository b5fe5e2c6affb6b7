package org.barnstorm.training.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.barnstorm.testing.Lessons;
import org.barnstorm.testing.People;
import org.barnstorm.training.content.Versions.Known;
import org.barnstorm.training.content.Versions.Published;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is new in a course for those who learnt it before. */
@QuarkusTest
class VersionsTest {
    @Inject
    People people;

    @Inject
    Versions versions;

    @Inject
    SessionFactory sessions;

    private final String town = People.freshTown();
    private UUID course;

    @BeforeEach
    void a_course() {
        people.grow(town);
        course = UUID.fromString(Lessons.bare(people.lead(town), town, Map.of()));
    }

    @Test
    void holders_catch_up_with_what_is_new_since_the_version_they_know() {
        var first = publish(false, "old");
        var second = publish(true, "old", "new");
        assertThat(toCatchUp(knows(first))).containsExactly("new");
        assertThat(toCatchUp(knows(second))).isEmpty();
    }

    @Test
    void who_was_qualified_by_hand_knows_the_version_of_that_time() {
        var first = publish(false, "old");
        var second = publish(true, "old", "new");
        assertThat(toCatchUp(byHand(first, -1))).containsExactly("old", "new");
        assertThat(toCatchUp(byHand(first, 0))).containsExactly("new");
        assertThat(toCatchUp(byHand(second, 0))).isEmpty();
    }

    @Test
    void nobody_is_asked_to_catch_up_unless_a_version_asks_for_it_and_what_is_new_is_new_all_the_same() {
        var first = publish(false, "old");
        publish(false, "old", "new");
        assertThat(toCatchUp(knows(first))).isEmpty();
        assertThat(keys(in(() -> versions.since(knows(first))).orElseThrow().fresh()))
                .containsExactly("new");
        assertThat(in(() -> versions.toCatchUp(List.of(knows(first))))).isEmpty();
    }

    @Test
    void a_course_without_a_version_has_no_news() {
        var known = new Known(UUID.randomUUID(), course, null, Instant.EPOCH);
        assertThat(in(() -> versions.since(known))).isEmpty();
        assertThat(in(() -> versions.toCatchUp(List.of(known)))).isEmpty();
        assertThat(in(() -> versions.toCatchUp(List.of()))).isEmpty();
    }

    /** A version can be a quarter of a mebibyte, and a course can have any number of them. */
    @Test
    void of_many_versions_only_two_are_read_and_of_lists_only_their_outlines() {
        var first = publish(false, "m0");
        for (var i = 1; i < 6; i++) publish(true, "m0", "m" + i);
        var statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            var loaded = statistics.getEntityStatistics(CourseVersion.class.getName());
            var before = loaded.getLoadCount();
            assertThat(toCatchUp(knows(first))).containsExactly("m5");
            assertThat(loaded.getLoadCount() - before).isEqualTo(2);
            var learner = people.member(town);
            var enrolment = Lessons.enrol(learner, course.toString(), town);
            assertThat(loaded.getLoadCount() - before).isEqualTo(3);
            learner.get("/courses/{id}/versions", course).statusCode(200);
            learner.get("/me/enrolments").statusCode(200);
            learner.get("/enrolments/{id}", enrolment).statusCode(200);
            assertThat(loaded.getLoadCount() - before).isEqualTo(3);
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    private Published publish(boolean catchUp, String... keys) {
        var lead = people.lead(town);
        Lessons.write(
                lead, course.toString(), Stream.of(keys).map(Lessons::reading).toList());
        Lessons.publish(lead, course.toString(), catchUp);
        return in(() -> versions.latest(course)).orElseThrow();
    }

    private Known knows(Published version) {
        return new Known(UUID.randomUUID(), course, version.id(), version.at());
    }

    private Known byHand(Published version, long seconds) {
        return new Known(UUID.randomUUID(), course, null, version.at().plusSeconds(seconds));
    }

    private List<String> toCatchUp(Known known) {
        return keys(in(() -> versions.since(known)).orElseThrow().toCatchUp());
    }

    private static List<String> keys(List<CourseModule> modules) {
        return modules.stream().map(CourseModule::key).toList();
    }

    private static <T> T in(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }
}
