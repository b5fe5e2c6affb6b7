package org.barnstorm.calendar;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much a calendar says: whoever keeps it for its owner reads it too. */
@Schema(
        name = "CalendarDetail",
        description =
                "How much it says. TIMES: only that one is busy. TITLES: what it is, and for which group. PLACES: where, too;"
                        + " for one's own commitments only.")
enum Detail {
    TIMES,
    TITLES,
    PLACES
}
