package org.barnstorm.task;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.platform.paging.Page;
import org.barnstorm.platform.paging.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/")
@RolesAllowed("member")
@Tag(name = "wait-lists", description = "Waiting for a place of a full task, and calls when somebody drops out late.")
class WaitListResource {
    private final CurrentCaller caller;
    private final WaitListService waitLists;
    private final Pages pages;

    WaitListResource(CurrentCaller caller, WaitListService waitLists, Pages pages) {
        this.caller = caller;
        this.waitLists = waitLists;
        this.pages = pages;
    }

    @PUT
    @Path("tasks/{id}/waitlist")
    @Refuses(
            status = 409,
            code = "task-not-full",
            detail = "There is a free place, so there is nothing to wait for: claim it.")
    @Refuses(status = 409, code = "place-held", detail = "You have a place in this task already: it is HELD.")
    @Refuses(
            status = 409,
            code = "waitlist-limit",
            detail = "You wait for 10 tasks, and may not wait for more. Leave another list first.")
    @Refuses(status = 409, code = "task-not-open", detail = "This task is CLOSED, so its places cannot be taken.")
    @Refuses(status = 409, code = "task-over", detail = "This task ended on 2026-12-05T12:00:00Z.")
    @Refuses(
            status = 409,
            code = "not-a-member",
            detail = "Only active members of uk.south-east.brighton-pavilion can. Join it first.")
    @Refuses(status = 409, code = "not-qualified", detail = "This needs the course \"Organiser 101\" first.")
    @Refuses(status = 409, code = "not-invited", detail = "This task is for people who were invited. Ask who made it.")
    @Operation(operationId = "joinWaitList", summary = "Wait for a place", description = """
                    For a full task, and for whom it is. The next place that comes free is offered to whoever joined first.
                    Repeating it answers with the same entry.
                    """)
    public WaiterView join(@RestPath UUID id) {
        return waitLists.join(caller.get(), id);
    }

    @DELETE
    @Path("tasks/{id}/waitlist")
    @Operation(
            operationId = "leaveWaitList",
            summary = "Wait no longer",
            description = "If a place is offered to you by then, it is declined, and the next person gets the offer.")
    public WaiterView leave(@RestPath UUID id) {
        return waitLists.leave(caller.get(), id);
    }

    @GET
    @Path("tasks/{id}/waitlist")
    @Refuses(
            status = 429,
            code = "budget-spent",
            detail =
                    "You have 30 a day of different people looked at, 30 are used, and this is 1 more. It refills at 2026-11-22T00:00:00Z.")
    @Operation(
            operationId = "listWaitList",
            summary = "List who waits for a place",
            description = "Those who wait, or have an offer, in the order in which they joined. Needs ASSIGNMENT_READ.")
    public Page<WaiterView> ofTask(
            @RestPath UUID id,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(waitLists.ofTask(caller.get(), id, pages.window(limit, cursor)));
    }

    @GET
    @Path("me/waitlist")
    @Operation(
            operationId = "listMyWaits",
            summary = "List what I wait for",
            description = "With how many are before me, or the place that is offered to me and until when.")
    public Page<WaiterView> mine(
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(waitLists.mine(caller.get(), pages.window(limit, cursor)));
    }
}
