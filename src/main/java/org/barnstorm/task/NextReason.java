package org.barnstorm.task;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a task is suggested, for a program and for a person. */
@Schema(name = "NextReason", description = "Why this task is suggested.")
record NextReason(
        @Schema(description = "For programs.", examples = "NEAR")
        Code code,

        @Schema(description = "For people, in English.", examples = "1.2 km from you")
        String text) {

    /** Kinds of reasons, in the order in which they are given. */
    @Schema(
            name = "NextReasonCode",
            description = "INVITED: asked in person. NEAR: how far. REMOTE: from anywhere. STARTS, UNDER_WAY, ANY_TIME:"
                    + " when. PLACES_OPEN: how many people it lacks. FITS_TIME: of the minutes you have. QUALIFIED: you"
                    + " took the course it needs. OWN_GROUP: of a group of yours. GROUP_LACKS_PEOPLE: at least half of"
                    + " the places in the group's newest tasks are open.")
    enum Code {
        INVITED,
        NEAR,
        REMOTE,
        STARTS,
        UNDER_WAY,
        ANY_TIME,
        PLACES_OPEN,
        FITS_TIME,
        QUALIFIED,
        OWN_GROUP,
        GROUP_LACKS_PEOPLE
    }
}
