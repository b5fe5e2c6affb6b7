package org.barnstorm.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A task that has to be done before another opens, as far as the caller may see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Need", description = "A task that has to be done before another opens.")
record NeedView(
        @Schema(description = "The task that is needed.") UUID taskId,

        @Schema(
                description =
                        "Whether it is done: all its places are verified, or it is closed with a verified result and none"
                                + " outstanding.",
                examples = "false")
        boolean done,

        @Nullable @Schema(description = "Its title, for who may see it.", examples = "Print the leaflets")
        String title,

        @Nullable @Schema(description = "What can be done with it, for who may see it.", examples = "OPEN")
        Task.Status status) {

    static NeedView of(NeedRepository.Needed need, boolean seen) {
        var task = need.task();
        return new NeedView(task.id(), need.done(), seen ? task.title() : null, seen ? task.status() : null);
    }
}
