package org.barnstorm.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.List;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.paging.Page;
import org.barnstorm.platform.paging.Paged;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of a group's board, with the numbers of the whole. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BoardPage", description = "A page of a group's board, with the numbers of the whole.")
record BoardPage(
        @Schema(description = "The group; those below it are on its board too.")
        GroupPath group,

        @Nullable @Schema(description = "The whole board in numbers; absent if it has more than 10,000 tasks.")
        BoardTotals totals,

        @Schema(description = "Tasks on this page, the oldest first.")
        List<BoardTaskView> items,

        @Nullable
        @Schema(
                description = "Send it as `cursor` to get the next page; absent on the last one.",
                examples = "eyJrIjpbIjAxOTlkNmYwIl19.m8Qx")
        String next)
        implements Paged {

    static BoardPage of(GroupPath group, BoardTotals totals, Page<BoardTaskView> page) {
        return new BoardPage(group, totals, page.items(), page.next());
    }
}
