package org.barnstorm.practice.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.UUID;
import org.barnstorm.task.TaskView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A live session as those who may see it do. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "LiveSession", description = "A meeting at which one does a module of a course.")
record LiveSessionView(
        @Schema(description = "Id of the session.") UUID id,

        @Schema(description = "The course.") UUID courseId,

        @Schema(description = "Which LIVE_SESSION of the course.", examples = "evening")
        String module,

        @Nullable
        @Schema(
                description =
                        "Where one takes part; absent without a link, and for who has no place and is no trainer.",
                examples = "https://meet.example.org/listening")
        String link,

        @Schema(description = "Its task: when, where, for how many. One signs up by claiming a place of it.")
        TaskView task) {

    static LiveSessionView of(LiveSession session, TaskView task, boolean withLink) {
        return new LiveSessionView(
                session.id(), session.courseId(), session.module(), withLink ? session.link() : null, task);
    }
}
