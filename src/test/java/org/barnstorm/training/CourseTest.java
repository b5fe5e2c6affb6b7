package org.barnstorm.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.barnstorm.authority.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseTest {
    private final Instant noon = Instant.parse("2030-01-31T12:00:00Z");
    private final UUID author = UUID.randomUUID();

    @Test
    void a_course_without_validity_qualifies_for_good() {
        assertThat(course(null, null).validUntil(noon)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2030-01-31T12:00:00Z, 1, 2030-02-28T12:00:00Z",
        "2028-01-31T12:00:00Z, 1, 2028-02-29T12:00:00Z",
        "2028-02-29T12:00:00Z, 12, 2029-02-28T12:00:00Z",
        "2030-12-31T23:59:59Z, 12, 2031-12-31T23:59:59Z"
    })
    void validity_is_counted_in_calendar_months(Instant completed, int months, Instant end) {
        assertThat(course(months, null).validUntil(completed)).contains(end);
    }

    @ParameterizedTest
    @CsvSource({"24, 12, 12", "12, 24, 12", "12, 12, 12", ", 24, 24"})
    void an_award_never_outlives_the_qualification(Integer valid, int award, int expected) {
        var course = course(valid, new Award(Role.ORGANISER, award));
        assertThat(course.awardUntil(noon))
                .isEqualTo(course(expected, null).validUntil(noon).orElseThrow());
    }

    @Test
    void the_whole_content_can_be_edited() {
        var course = course(12, new Award(Role.ORGANISER, 12));
        var other =
                new CourseContent("Doors 102", "On the doorstep", null, new Award(Role.VERIFIER, 6), null, null, null);
        course.edit(other, author);
        assertThat(course.content()).isEqualTo(other);
    }

    @Test
    void an_award_can_be_taken_away() {
        var course = course(12, new Award(Role.ORGANISER, 12));
        course.edit(new CourseContent("Organiser 101", "Listening", 12, null, null, null, null), author);
        assertThat(course.award()).isNull();
    }

    @Test
    void who_set_the_award_answers_for_it_until_somebody_sets_another() {
        var editor = UUID.randomUUID();
        var course = course(12, new Award(Role.ORGANISER, 12));
        course.edit(
                new CourseContent("New title", "Listening", 12, new Award(Role.ORGANISER, 12), null, null, null),
                editor);
        assertThat(course.awardSetBy()).isEqualTo(author);
        course.edit(
                new CourseContent("New title", "Listening", 12, new Award(Role.ORGANISER, 6), null, null, null),
                editor);
        assertThat(course.awardSetBy()).isEqualTo(editor);
        course.edit(new CourseContent("New title", "Listening", 12, null, null, null, null), editor);
        assertThat(course.awardSetBy()).isNull();
    }

    private Course course(Integer validMonths, Award award) {
        var content = new CourseContent("Organiser 101", "Listening", validMonths, award, null, null, null);
        return new Course(UUID.randomUUID(), content, author, noon);
    }
}
