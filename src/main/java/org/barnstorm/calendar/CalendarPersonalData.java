package org.barnstorm.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.barnstorm.member.Holding;
import org.barnstorm.member.PersonalData;
import org.barnstorm.member.PersonalRows;

/** Calendars that somebody follows, without their links. */
@ApplicationScoped
class CalendarPersonalData implements PersonalData {
    private static final String CALENDARS =
            "select id, group_id, detail, made_at, linked_at, revoked_at from calendar where member_id = ? order by id";

    private final PersonalRows rows;

    CalendarPersonalData(PersonalRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Holding> holdings() {
        return List.of(rows.holding("calendars", CALENDARS, "calendar.member_id"));
    }

    @Override
    public Map<String, String> leftOut() {
        return Map.of();
    }
}
