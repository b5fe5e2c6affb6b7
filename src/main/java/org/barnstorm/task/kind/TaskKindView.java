package org.barnstorm.task.kind;

import java.util.List;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.http.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A kind of work as every member sees it. */
@Schema(name = "TaskKind", description = "A kind of work, and how it can turn out.")
record TaskKindView(
        @Schema(description = "What tasks call it.", examples = "canvass")
        String code,

        @Schema(description = "Whose it is: this group's, for everything below it that has no own.")
        GroupPath group,

        @Schema(description = "Content version, as in the ETag.", examples = "0")
        long version,

        @Schema(description = "What people read.", examples = "Canvassing")
        String label,

        @Schema(description = "How it can turn out, in the order in which people choose.")
        List<KindOutcome> outcomes)
        implements Versioned {

    static TaskKindView of(TaskKind kind, GroupPath group) {
        return new TaskKindView(kind.code(), group, kind.version(), kind.label(), kind.outcomes());
    }
}
