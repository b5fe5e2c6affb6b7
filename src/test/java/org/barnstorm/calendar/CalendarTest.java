package org.barnstorm.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.security.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final SecureRandom CHANCE = new SecureRandom();

    private final Calendar calendar = new Calendar(UUID.randomUUID(), null, Detail.TITLES, Link.random(CHANCE), NOON);

    @Test
    void a_new_link_changes_when_it_was_linked_and_not_when_it_was_made() {
        calendar.rotate(Link.random(CHANCE), LATER);
        assertThat(calendar.madeAt()).isEqualTo(NOON);
        assertThat(calendar.linkedAt()).isEqualTo(LATER);
    }

    @Test
    void what_was_revoked_gets_no_link_any_more() {
        calendar.revoke(LATER);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> calendar.rotate(Link.random(CHANCE), LATER))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("calendar-revoked"));
        assertThat(calendar.linkedAt()).isEqualTo(NOON);
    }

    @ParameterizedTest
    @EnumSource(Detail.class)
    void ones_own_commitments_are_told_in_any_detail_and_a_groups_tasks_in_titles(Detail detail) {
        assertThatCode(new NewCalendar(null, detail)::requireSensible).doesNotThrowAnyException();
        var group = new NewCalendar(new GroupPath("uk.hove"), detail);
        if (detail == Detail.TITLES) assertThat(group.requireSensible()).isSameAs(group);
        else assertThatExceptionOfType(Refusal.class).isThrownBy(group::requireSensible);
    }

    @Test
    void a_link_has_192_bits_that_nobody_logs_by_accident() {
        var link = Link.random(CHANCE);
        assertThat(link.secret()).hasSize(32).matches("[A-Za-z0-9_-]+");
        assertThat(link).hasToString("Link[...]").isNotEqualTo(Link.random(CHANCE));
        assertThat(Link.of(link.secret())).contains(link);
        assertThat(link.hash()).hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "3f1n0Zy2qkqJm1o0c7aXw4vKcT5b9R2/", "3f1n0Zy2qkqJm1o0c7aXw4vKcT5b9R2eX"})
    void what_does_not_look_like_a_link_is_none(String text) {
        assertThat(Link.of(text)).isEmpty();
    }
}
