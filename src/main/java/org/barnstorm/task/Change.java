package org.barnstorm.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import jakarta.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One field of a task that somebody has agreed to and that has another value now. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TaskChange", description = "One field that has another value now.")
record Change(
        @Schema(description = "Name of the field, as in a task.", examples = "startsAt")
        String field,

        @Nullable
        @Schema(description = "Its value in the revision that the holder has seen.", examples = "2026-12-05T10:00:00Z")
        Object before,

        @Nullable @Schema(description = "Its value now.", examples = "2026-12-05T11:00:00Z")
        Object after,

        @Nullable
        @Schema(
                description = "For instructions: what changed, as a unified diff of lines, instead of both texts.",
                examples = "--- revision 1\n+++ revision 2\n@@ -1,1 +1,1 @@\n-Meet at ten.\n+Meet at eleven.")
        String diff) {

    private static final int CONTEXT_LINES = 3;
    /** Comparing takes time and memory with the square of the lines; longer texts are shown whole. */
    private static final int MOST_LINES = 500;

    /** What is different between two revisions, in the order of a task's fields. */
    static List<Change> between(Agreed before, int revision, Agreed after, int next) {
        var changes = new ArrayList<Change>();
        compare(changes, "title", before.title(), after.title());
        if (!before.instructions().equals(after.instructions()))
            changes.add(instructions(before.instructions(), revision, after.instructions(), next));
        compare(changes, "steps", before.steps(), after.steps());
        compare(changes, "remote", before.remote(), after.remote());
        compare(changes, "place", before.place(), after.place());
        compare(changes, "startsAt", before.startsAt(), after.startsAt());
        compare(changes, "endsAt", before.endsAt(), after.endsAt());
        compare(changes, "effortMinutes", before.effortMinutes(), after.effortMinutes());
        compare(changes, "kind", before.kind(), after.kind());
        return changes;
    }

    private static void compare(List<Change> changes, String field, Object before, Object after) {
        if (!Objects.equals(before, after)) changes.add(new Change(field, before, after, null));
    }

    private static Change instructions(String before, int revision, String after, int next) {
        var old = before.lines().toList();
        var current = after.lines().toList();
        if (Math.max(old.size(), current.size()) > MOST_LINES) return new Change("instructions", before, after, null);
        var patch = DiffUtils.diff(old, current);
        var lines = UnifiedDiffUtils.generateUnifiedDiff(
                "revision " + revision, "revision " + next, old, patch, CONTEXT_LINES);
        return new Change("instructions", null, null, String.join("\n", lines));
    }
}
