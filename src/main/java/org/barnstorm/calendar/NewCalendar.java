package org.barnstorm.calendar;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.problem.Refusal.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a calendar is to have in it. */
@Schema(description = "What a calendar is to have in it.")
record NewCalendar(
        @Nullable
        @Schema(
                description =
                        "The group whose open tasks for the whole movement it has, with those of the groups below; absent for"
                                + " one's own commitments.",
                examples = "uk.south-east.brighton-pavilion")
        GroupPath group,

        @NotNull @Schema(description = "How much it says; TITLES for a group.", examples = "TITLES")
        Detail detail) {

    /** A group's calendar has one form; where its work is, is for those who sign in. */
    NewCalendar requireSensible() {
        if (group == null || detail == Detail.TITLES) return this;
        throw Refusal.invalid(List.of(new Violation("/detail", "A group's calendar has titles: say TITLES.")));
    }
}
