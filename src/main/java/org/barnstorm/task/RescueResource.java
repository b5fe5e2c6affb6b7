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
@Tag(name = "wait-lists")
class RescueResource {
    private final CurrentCaller caller;
    private final RescueService rescues;
    private final Pages pages;

    RescueResource(CurrentCaller caller, RescueService rescues, Pages pages) {
        this.caller = caller;
        this.rescues = rescues;
        this.pages = pages;
    }

    @GET
    @Path("me/calls")
    @Operation(operationId = "listMyCalls", summary = "List the calls to me", description = """
                    Work near me that begins soon and lacks somebody, because they dropped out. I may claim it even if it is
                    meant for another group. Calls that somebody has answered are not in it.
                    """)
    public Page<RescueCallView> mine(
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(rescues.mine(caller.get(), pages.window(limit, cursor)));
    }
}
