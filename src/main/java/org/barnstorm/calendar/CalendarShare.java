package org.barnstorm.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.barnstorm.member.MemberShare;

/** Links go on working, and show what the one person has. */
@ApplicationScoped
class CalendarShare implements MemberShare {
    private static final String CALENDARS =
            "update calendar set member_id = :stays, version = version + 1 where member_id = :gone";

    @Override
    public List<Hurdle> hurdles() {
        return List.of();
    }

    @Override
    public List<Step> steps() {
        return List.of(new Step("calendars", "calendar.member_id", CALENDARS));
    }
}
