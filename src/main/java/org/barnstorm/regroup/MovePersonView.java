package org.barnstorm.regroup;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody in a move. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "GroupMovePerson", description = "Somebody in a move.")
record MovePersonView(
        @Schema(description = "Who.") UUID memberId,

        @Schema(description = "Whether they declined.", examples = "false")
        boolean declined,

        @Nullable
        @Schema(
                description =
                        "What became of it: MOVED, GONE if they did not belong to the group any more, DECLINED, or CANCELLED.",
                examples = "MOVED")
        PersonRepository.Result result) {

    static MovePersonView of(PersonRepository.Row row) {
        var result = row.result() == null ? null : PersonRepository.Result.valueOf(row.result());
        return new MovePersonView(row.memberId(), row.declinedAt() != null, result);
    }
}
