package org.barnstorm.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.KeptOut;
import org.barnstorm.platform.problem.Refusal;
import org.junit.jupiter.api.Test;

/** A service that does not know where it is makes no links, which would lead nowhere. */
class CalendarsOffTest {
    private static final CalendarConfig NOWHERE = new CalendarConfig() {
        @Override
        public Optional<String> address() {
            return Optional.empty();
        }

        @Override
        public Duration refresh() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration past() {
            return Duration.ofDays(30);
        }
    };

    @Test
    void without_an_address_no_calendar_is_made() {
        var service = new CalendarService(null, null, null, NOWHERE, null, null, null);
        var caller = new Caller(UUID.randomUUID(), false, Set.of(), KeptOut.NOWHERE, Set::of);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> service.make(caller, new NewCalendar(null, Detail.TIMES)))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("calendars-off"));
    }
}
