package org.barnstorm.ladder;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import org.barnstorm.mandate.Standings.Standing;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far one is trusted in a group, why, and what would take one further. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Standing", description = "How far you are trusted in a group, why, and what would take you further.")
record StandingView(
        @Schema(description = "The group.") NamedGroup group,

        @Schema(description = "0 to 4, as in getMyTrust.", examples = "1")
        int level,

        @Schema(description = "The level's name.", examples = "KNOWN")
        Level code,

        @Schema(description = "Why.", examples = "CONFIRMED_RESULT")
        Because because,

        @Schema(description = "Why, in English.", examples = "Others confirmed 1 result of yours.")
        String text,

        @Schema(description = "Results in this movement that somebody else confirmed.", examples = "1")
        long confirmed,

        @Schema(description = "Days between the first and the last of them.", examples = "0")
        long days,

        @Nullable
        @Schema(
                description = "The next level that work alone earns; absent when a course or a lead makes the next.",
                examples = "2")
        Integer nextLevel,

        @Nullable @Schema(description = "So many more confirmed results that takes.", examples = "2")
        Long resultsMissing,

        @Nullable
        @Schema(description = "And so many more days between the first and the last of them.", examples = "14")
        Long daysMissing) {

    static StandingView of(Standing standing, NamedGroup group) {
        var further = standing.further();
        return new StandingView(
                group,
                standing.level(),
                Level.of(standing.level()),
                Because.of(standing),
                Words.standing(standing),
                standing.confirmed(),
                standing.over().toDays(),
                further == null ? null : further.level(),
                further == null ? null : further.results(),
                further == null ? null : further.days());
    }
}
