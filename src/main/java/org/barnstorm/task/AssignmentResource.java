package org.barnstorm.task;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import java.util.function.Supplier;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.platform.idempotency.Idempotent;
import org.barnstorm.platform.paging.Page;
import org.barnstorm.platform.paging.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@RolesAllowed("member")
@Tag(name = "assignments", description = "Holds of places: claim, accept, give back, ask for more time.")
class AssignmentResource {
    private final CurrentCaller caller;
    private final ClaimService claims;
    private final HoldService holds;
    private final AssignmentService assignments;
    private final Pages pages;
    private final Idempotent idempotent;

    AssignmentResource(
            CurrentCaller caller,
            ClaimService claims,
            HoldService holds,
            AssignmentService assignments,
            Pages pages,
            Idempotent idempotent) {
        this.caller = caller;
        this.claims = claims;
        this.holds = holds;
        this.assignments = assignments;
        this.pages = pages;
        this.idempotent = idempotent;
    }

    @PUT
    @Path("tasks/{id}/claim")
    @Refuses(status = 409, code = "task-not-open", detail = "This task is CLOSED, so its places cannot be taken.")
    @Refuses(status = 409, code = "task-over", detail = "This task ended on 2026-12-05T12:00:00Z.")
    @Refuses(
            status = 409,
            code = "task-full",
            detail =
                    "All 5 places are taken. Join the wait list to get the next that comes free, or take one of the alternatives.")
    @Refuses(
            status = 409,
            code = "not-a-member",
            detail = "Only active members of uk.south-east.brighton-pavilion can. Join it first.")
    @Refuses(status = 409, code = "not-qualified", detail = "This needs the course \"Organiser 101\" first.")
    @Refuses(status = 409, code = "not-invited", detail = "This task is for people who were invited. Ask who made it.")
    @Refuses(
            status = 409,
            code = "too-far",
            detail =
                    "This task is for people who live within 10 km of its place, by their profiles. Ask who made it for an"
                            + " invitation.")
    @Refuses(
            status = 409,
            code = "claim-limit",
            detail =
                    "You have 3 open claims and may have 3. Complete one or give one back; verified results raise the limit.")
    @Refuses(
            status = 409,
            code = "double-booked",
            detail = "You have a place in \"Phone bank\" at that time, or on the way. Give that one back first.")
    @Refuses(
            status = 409,
            code = "lease-lost",
            detail = "Its lease ran out on 2026-11-23T09:30:00Z. Read the assignment again.")
    @Operation(operationId = "claimTask", summary = "Claim a place", description = """
                    For those whom the task is for. Repeating it answers with the same hold; who was offered a place from
                    the wait list takes it. A refusal names `alternatives` in the same group.
                    """)
    public AssignmentView claim(@RestPath UUID id) {
        return claims.claim(caller.get(), id);
    }

    @DELETE
    @Path("tasks/{id}/claim")
    @Refuses(
            status = 409,
            code = "assignment-state",
            detail = "This hold is VERIFIED, so it cannot become RELEASED. Read the assignment again.")
    @Refuses(
            status = 409,
            code = "lease-lost",
            detail = "You sent fence 3, but this hold has fence 4. Read the assignment again.")
    @Refuses(
            status = 409,
            code = "office-lost",
            detail = "This place was given to an office that you no longer hold. It goes to whoever holds it now.")
    @Operation(
            operationId = "releaseClaim",
            summary = "Give my place back",
            description = "As releaseAssignment, for who knows the task and not the assignment.")
    public AssignmentView releaseClaim(
            @RestPath UUID id,
            @RestQuery @NotNull @Parameter(description = "Fence of the hold, as in the assignment.", example = "3")
                    Long fence) {
        return holds.releaseClaim(caller.get(), id, fence);
    }

    @GET
    @Path("tasks/{id}/assignments")
    @Refuses(
            status = 429,
            code = "budget-spent",
            detail =
                    "You have 30 a day of different people looked at, 30 are used, and this is 1 more. It refills at 2026-11-22T00:00:00Z.")
    @Operation(
            operationId = "listAssignments",
            summary = "List who holds or held the places of a task",
            description = "Needs ASSIGNMENT_READ.")
    public Page<AssignmentView> ofTask(
            @RestPath UUID id,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(assignments.ofTask(caller.get(), id, pages.window(limit, cursor)));
    }

    @GET
    @Path("me/assignments")
    @Operation(
            operationId = "listMyAssignments",
            summary = "List my holds",
            description = "What I was offered, hold, and have done.")
    public Page<AssignmentView> mine(
            @RestQuery @Parameter(description = "Only with this status.") AssignmentStatus status,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(holds.mine(caller.get(), status, pages.window(limit, cursor)));
    }

    @GET
    @Path("assignments/{id}")
    @Operation(
            operationId = "getAssignment",
            summary = "Show a hold",
            description = "One's own, or with ASSIGNMENT_READ at the task's group.")
    public AssignmentView show(@RestPath UUID id) {
        return holds.show(caller.get(), id);
    }

    @POST
    @Path("assignments/{id}/accept")
    @HoldersOwn
    @Refuses(
            status = 409,
            code = "not-a-member",
            detail = "Only active members of uk.south-east.brighton-pavilion can. Join it first.")
    @Refuses(status = 409, code = "not-qualified", detail = "This needs the course \"Organiser 101\" first.")
    @Refuses(
            status = 409,
            code = "double-booked",
            detail = "You have a place in \"Phone bank\" at that time, or on the way. Give that one back first.")
    @Refuses(
            status = 409,
            code = "claim-limit",
            detail =
                    "You have 3 open claims and may have 3. Complete one or give one back; verified results raise the limit.")
    @Refuses(status = 409, code = "not-invited", detail = "This task is for people who were invited. Ask who made it.")
    @Refuses(status = 409, code = "task-over", detail = "This task ended on 2026-12-05T12:00:00Z.")
    @Refuses(status = 409, code = "already-assigned", detail = "You have a place in this task already.")
    @Refuses(status = 409, code = "task-over", detail = "This task ended on 2026-12-05T12:00:00Z.")
    @Refuses(status = 409, code = "office-taken", detail = "Somebody else who holds the office has taken this place.")
    @Operation(
            operationId = "acceptAssignment",
            summary = "Take the place I was offered",
            description =
                    "For active members of the task's group. Its lease starts again now. A place that waits for an office"
                            + " of mine becomes mine: the answer is a new assignment.")
    public RestResponse<AssignmentView> accept(@RestPath UUID id) {
        return act("", () -> holds.accept(caller.get(), id));
    }

    @POST
    @Path("assignments/{id}/decline")
    @HoldersOwn
    @Operation(
            operationId = "declineAssignment",
            summary = "Turn down the place I was offered",
            description = "The place is free again.")
    public RestResponse<AssignmentView> decline(@RestPath UUID id, @Valid @NotNull Decline decline) {
        return act(decline, () -> holds.decline(caller.get(), id, decline));
    }

    @POST
    @Path("assignments/{id}/release")
    @HoldersOwn
    @Refuses(
            status = 409,
            code = "office-lost",
            detail = "This place was given to an office that you no longer hold. It goes to whoever holds it now.")
    @Operation(
            operationId = "releaseAssignment",
            summary = "Give a place back",
            description = "The place is free again. Needs the fence of the hold.")
    public RestResponse<AssignmentView> release(@RestPath UUID id, @Valid @NotNull Release release) {
        return act(release, () -> holds.release(caller.get(), id, release.fence()));
    }

    @POST
    @Path("assignments/{id}/extend")
    @Refuses(
            status = 403,
            code = "no-mandate",
            detail = "You hold no mandate for TASK_ASSIGN in uk.south-east.brighton-pavilion.")
    @Refuses(
            status = 409,
            code = "extension-used",
            detail = "This hold has been extended already. Ask an organiser for more time, or give it back in time.")
    @Refuses(
            status = 409,
            code = "assignment-state",
            detail = "This hold is DONE, so nothing runs out. Read the assignment again.")
    @Refuses(
            status = 409,
            code = "lease-lost",
            detail = "You sent fence 3, but this hold has fence 4. Read the assignment again.")
    @Refuses(
            status = 409,
            code = "office-lost",
            detail = "This place was given to an office that you no longer hold. It goes to whoever holds it now.")
    @Operation(
            operationId = "extendAssignment",
            summary = "Ask for more time",
            description =
                    "Prolongs the lease by its usual length: once by right for the holder, after that with TASK_ASSIGN.")
    public RestResponse<AssignmentView> extend(@RestPath UUID id, @Valid @NotNull Extension extension) {
        return act(extension, () -> holds.extend(caller.get(), id, extension));
    }

    private RestResponse<AssignmentView> act(Object body, Supplier<AssignmentView> verb) {
        return idempotent.done(body, verb, AssignmentView::id, id -> holds.show(caller.get(), id));
    }
}
