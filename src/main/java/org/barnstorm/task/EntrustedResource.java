package org.barnstorm.task;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.platform.paging.Page;
import org.barnstorm.platform.paging.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/")
@RolesAllowed("member")
@Tag(name = "tasks")
class EntrustedResource {
    private final CurrentCaller caller;
    private final EntrustedService entrusted;
    private final Pages pages;

    EntrustedResource(CurrentCaller caller, EntrustedService entrusted, Pages pages) {
        this.caller = caller;
        this.entrusted = entrusted;
        this.pages = pages;
    }

    @GET
    @Path("me/entrusted-tasks")
    @Operation(
            operationId = "listEntrustedTasks",
            summary = "List tasks that came to me from others",
            description = """
                    Open work of people whose mandate ended, who stepped down, or who are suspended, and which I look after since
                    as the nearest lead or their successor. Not what is over or settled, and nothing in groups where I have no
                    authority over tasks any more.
                    """)
    public Page<EntrustedView> mine(
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(entrusted.mine(caller.get(), pages.window(limit, cursor)));
    }
}
