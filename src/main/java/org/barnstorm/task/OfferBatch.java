package org.barnstorm.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.List;
import java.util.UUID;
import org.barnstorm.platform.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of an offer to several people. */
@Schema(name = "OfferBatch", description = "What became of an offer to several people, one by one, in the order sent.")
record OfferBatch(
        @Schema(description = "One for each person.") List<Item> items) {

    /** What one of them got: a place, or the reason why not. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OfferBatchItem", description = "What one of them got: `assignment`, or else `problem`.")
    record Item(
            @Schema(description = "To whom.") UUID memberId,

            @Nullable @Schema(description = "The place that is offered to them.")
            AssignmentView assignment,

            @Nullable @Schema(description = "Why they are offered none.")
            Problem problem) {}
}
