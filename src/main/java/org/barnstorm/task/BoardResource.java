package org.barnstorm.task;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.paging.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/")
@RolesAllowed("member")
@Tag(name = "assignments")
class BoardResource {
    private final CurrentCaller caller;
    private final BoardService boards;
    private final Pages pages;

    BoardResource(CurrentCaller caller, BoardService boards, Pages pages) {
        this.caller = caller;
        this.boards = boards;
        this.pages = pages;
    }

    @GET
    @Path("groups/{path}/board")
    @Operation(operationId = "showBoard", summary = "How does the work of a group stand?", description = """
                    Needs ASSIGNMENT_READ. Tasks of the group and of those below it that can be claimed, or that somebody has
                    not finished, or whose results wait to be verified, or that wait to be released: how many places are in
                    which state, and what is stuck and why.
                    """)
    public BoardPage show(
            @RestPath GroupPath path,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        var board = boards.show(caller.get(), path, pages.window(limit, cursor));
        return BoardPage.of(path, board.totals(), pages.page(board.tasks()));
    }
}
