package org.barnstorm.ladder;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.task.Engagement.Activity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who was active here and is not any more. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "QuietPerson", description = "Somebody who did work here, and has not for a while.")
record QuietPersonView(
        @Schema(description = "Who.") UUID memberId,

        @Nullable @Schema(description = "First name and initial.", examples = "Nora N.")
        String name,

        @Schema(
                description = "When they last took a place here or said that they are done, in UTC.",
                examples = "2026-09-21T09:30:00Z")
        Instant lastActiveAt,

        @Schema(description = "How many whole weeks ago that was.", examples = "9")
        long weeks,

        @Schema(description = "Results of theirs here that somebody else confirmed.", examples = "7")
        long confirmed) {

    static QuietPersonView of(Activity activity, String name, Instant now) {
        var weeks = Duration.between(activity.last(), now).toDays() / 7;
        return new QuietPersonView(activity.memberId(), name, activity.last(), weeks, activity.confirmed());
    }
}
