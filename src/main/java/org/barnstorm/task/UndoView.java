package org.barnstorm.task;

import java.time.Instant;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was undone. */
@Schema(name = "Undo", description = "That what one person did was undone. The journal has each hold.")
record UndoView(
        @Schema(description = "Id of this undo; its journal row names it.")
        UUID id,

        @Schema(description = "In this group and those below it.")
        GroupPath group,

        @Schema(description = "Whose work.") UUID memberId,

        @Schema(description = "Since when, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant since,

        @Schema(description = "Why.", examples = "The numbers were made up.")
        String reason,

        @Schema(description = "How many open holds were cancelled.", examples = "2")
        int holds,

        @Schema(description = "How many results were undone.", examples = "5")
        int results,

        @Schema(description = "How many of their verifications were taken back.", examples = "1")
        int verdicts,

        @Schema(description = "How many things were left: look at a new preview.", examples = "0")
        int left,

        @Schema(description = "Who undid it.") UUID undoneBy,

        @Schema(description = "When, in UTC.", examples = "2026-11-22T18:00:00Z")
        Instant undoneAt) {

    static UndoView of(WorkUndo undo, GroupPath group) {
        return new UndoView(
                undo.id(),
                group,
                undo.memberId(),
                undo.since(),
                undo.reason(),
                undo.holds(),
                undo.results(),
                undo.verdicts(),
                undo.leftOver(),
                undo.undoneBy(),
                undo.undoneAt());
    }
}
