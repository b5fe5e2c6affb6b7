package org.barnstorm.task;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What would be undone. */
@Schema(description = "What would be undone, oldest first. Nothing has happened yet.")
record UndoPreview(
        @Schema(description = "In this group and those below it.")
        GroupPath group,

        @Schema(description = "Whose work.") UUID memberId,

        @Schema(description = "Since when, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant since,

        @Schema(description = "How many open holds would be cancelled.", examples = "2")
        int holds,

        @Schema(description = "How many results would be undone.", examples = "5")
        int results,

        @Schema(description = "How many of their verifications would be taken back.", examples = "1")
        int verdicts,

        @Schema(description = "How many things besides are left for another time: one goes up to 500.", examples = "0")
        long left,

        @Schema(description = "Send it to undo just this.", examples = "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg")
        String expected,

        @Schema(description = "Each of them.") List<UndoItem> items) {

    static UndoPreview of(Deeds deeds, List<UndoItem> items) {
        return new UndoPreview(
                deeds.branch(),
                deeds.memberId(),
                deeds.since(),
                deeds.count(Deed.HOLD),
                deeds.count(Deed.RESULT),
                deeds.count(Deed.VERDICT),
                deeds.left(),
                deeds.fingerprint(),
                items);
    }
}
