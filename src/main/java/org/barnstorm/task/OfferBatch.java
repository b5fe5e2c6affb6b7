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
    static final String EXAMPLE = """
            {"items": [
              {"memberId": "0199d6f0-5f3c-7c55-9d0a-2f3f70e4fa78",
               "assignment": {
                 "id": "0199d6f0-5f3c-7c55-9d0a-2f3f30c544ba", "taskId": "0199d6f0-5f3c-7c55-9d0a-2f3f527edb25",
                 "title": "Knock on doors in Hanover", "group": "uk.south-east.brighton-pavilion",
                 "memberId": "0199d6f0-5f3c-7c55-9d0a-2f3f70e4fa78", "status": "OFFERED", "fence": 3, "source": "OFFER",
                 "leaseUntil": "2026-11-23T09:30:00Z", "expiresAt": "2026-11-23T09:30:00Z", "extensions": 0,
                 "revision": 1, "taskRevision": 1, "outdated": false, "stepsDone": [],
                 "createdAt": "2026-11-21T09:30:00Z"}},
              {"memberId": "0199d6f0-5f3c-7c55-9d0a-2f3fd709ec86",
               "problem": {
                 "type": "/problems/already-assigned", "title": "Conflict", "status": 409,
                 "detail": "They have a place in this task already.",
                 "instance": "urn:request:0199d6f0-5f3c-7c55-9d0a-2f3f5d0c7c11"}}]}
            """;

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
