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
import jakarta.ws.rs.Path;
import java.util.UUID;
import java.util.function.Supplier;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.member.AboutSomebody;
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
@Tag(name = "assignments")
class HandoverResource {
    private final CurrentCaller caller;
    private final HandoverService handovers;
    private final MoveService moves;
    private final HoldService holds;
    private final Pages pages;
    private final Idempotent idempotent;

    HandoverResource(
            CurrentCaller caller,
            HandoverService handovers,
            MoveService moves,
            HoldService holds,
            Pages pages,
            Idempotent idempotent) {
        this.caller = caller;
        this.handovers = handovers;
        this.moves = moves;
        this.holds = holds;
        this.pages = pages;
        this.idempotent = idempotent;
    }

    @POST
    @Path("assignments/{id}/handover")
    @Refuses(status = 403, code = "not-yours", detail = "Only the person who holds the place can do this.")
    @Refuses(
            status = 409,
            code = "assignment-state",
            detail = "This hold is DONE, so it cannot become MOVED. Read the assignment again.")
    @Refuses(
            status = 409,
            code = "lease-lost",
            detail = "You sent fence 3, but this hold has fence 4. Read the assignment again.")
    @Refuses(status = 409, code = "task-over", detail = "This task ended on 2026-12-05T12:00:00Z.")
    @Refuses(
            status = 409,
            code = "office-lost",
            detail = "This place was given to an office that you no longer hold. It goes to whoever holds it now.")
    @Refuses(status = 422, code = "handover-to-oneself", detail = "You hold this place already. Name somebody else.")
    @AboutSomebody
    @Operation(
            operationId = "offerHandover",
            summary = "Hand my place to somebody",
            description =
                    "They can take it over for a day; until they do it stays mine. Naming another person replaces the first.")
    public RestResponse<AssignmentView> offer(@RestPath UUID id, @Valid @NotNull NewHandover handover) {
        return act(handover, () -> handovers.offer(caller.get(), id, handover));
    }

    @DELETE
    @Path("assignments/{id}/handover")
    @Refuses(status = 403, code = "not-yours", detail = "Only the person who holds the place can do this.")
    @Refuses(
            status = 409,
            code = "assignment-state",
            detail = "This hold is DONE, so it cannot become MOVED. Read the assignment again.")
    @Refuses(
            status = 409,
            code = "lease-lost",
            detail = "You sent fence 3, but this hold has fence 4. Read the assignment again.")
    @Operation(
            operationId = "withdrawHandover",
            summary = "Keep my place after all",
            description = "Whoever was named cannot take it over any more. Repeating it changes nothing.")
    public AssignmentView withdraw(
            @RestPath UUID id,
            @RestQuery @NotNull @Parameter(description = "Fence of the hold, as in the assignment.", example = "3")
                    Long fence) {
        return handovers.withdraw(caller.get(), id, fence);
    }

    @GET
    @Path("me/handovers")
    @Operation(
            operationId = "listMyHandovers",
            summary = "List places that I may take over",
            description = "Those whose holders named me, for as long as I can take them.")
    public Page<HandoverView> mine(
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(handovers.mine(caller.get(), pages.window(limit, cursor)));
    }

    @POST
    @Path("assignments/{id}/handover/accept")
    @Refuses(status = 403, code = "not-yours", detail = "Only the person to whom the place is handed over can do this.")
    @Refuses(
            status = 409,
            code = "handover-gone",
            detail = "This place cannot be taken over any more: its holder took it back, gave it up or finished.")
    @Refuses(
            status = 409,
            code = "not-a-member",
            detail = "Only active members of uk.south-east.brighton-pavilion can. Join it first.")
    @Refuses(status = 409, code = "not-invited", detail = "This task is for people who were invited. Ask who made it.")
    @Refuses(status = 409, code = "not-qualified", detail = "This needs the course \"Organiser 101\" first.")
    @Refuses(status = 409, code = "already-assigned", detail = "You have a place in this task already.")
    @Refuses(
            status = 409,
            code = "claim-limit",
            detail =
                    "You have 3 open claims and may have 3. Complete one or give one back; verified results raise the limit.")
    @Refuses(
            status = 409,
            code = "double-booked",
            detail = "You have a place in \"Phone bank\" at that time, or on the way. Give that one back first.")
    @Refuses(status = 409, code = "task-over", detail = "This task ended on 2026-12-05T12:00:00Z.")
    @Operation(
            operationId = "acceptHandover",
            summary = "Take over the place that was handed to me",
            description =
                    "For those who could claim it. Answers with an assignment of my own, with a new fence; theirs is MOVED."
                            + " Repeating it answers with the same.")
    public RestResponse<AssignmentView> accept(@RestPath UUID id) {
        return act("", () -> handovers.accept(caller.get(), id));
    }

    @POST
    @Path("assignments/{id}/handover/decline")
    @Refuses(status = 403, code = "not-yours", detail = "Only the person to whom the place is handed over can do this.")
    @Refuses(
            status = 409,
            code = "handover-gone",
            detail = "This place cannot be taken over any more: its holder took it back, gave it up or finished.")
    @Operation(
            operationId = "declineHandover",
            summary = "Turn down the place that was handed to me",
            description = "Its holder keeps it.")
    public RestResponse<HandoverView> decline(@RestPath UUID id) {
        return idempotent.done(
                "",
                () -> handovers.decline(caller.get(), id),
                HandoverView::assignmentId,
                handover -> handovers.show(caller.get(), handover));
    }

    @POST
    @Path("assignments/{id}/move")
    @Refuses(
            status = 409,
            code = "assignment-state",
            detail = "This hold is DONE, so it cannot become MOVED. Read the assignment again.")
    @Refuses(
            status = 409,
            code = "lease-lost",
            detail = "This hold is RELEASED, so it cannot become MOVED. Read the assignment again.")
    @Refuses(
            status = 409,
            code = "not-a-member",
            detail = "Only active members of uk.south-east.brighton-pavilion can. Join it first.")
    @Refuses(status = 409, code = "not-qualified", detail = "This needs the course \"Organiser 101\" first.")
    @Refuses(status = 409, code = "not-invited", detail = "This task is for people who were invited. Ask who made it.")
    @Refuses(status = 409, code = "already-assigned", detail = "They have a place in this task already.")
    @Refuses(status = 409, code = "task-over", detail = "This task ended on 2026-12-05T12:00:00Z.")
    @Refuses(
            status = 429,
            code = "budget-spent",
            detail =
                    "You have 20 a day of people offered a place, or invited to a task, 18 are used, and this is 5 more. It refills at 2026-11-22T00:00:00Z.")
    @Operation(
            operationId = "moveAssignment",
            summary = "Move a place to another person",
            description =
                    "Needs TASK_ASSIGN. Answers with the offer to the other person; the place is never free in between. Who"
                            + " loses it reads the reason.")
    public RestResponse<AssignmentView> move(@RestPath UUID id, @Valid @NotNull Move move) {
        return act(move, () -> moves.move(caller.get(), id, move));
    }

    private RestResponse<AssignmentView> act(Object body, Supplier<AssignmentView> verb) {
        return idempotent.done(body, verb, AssignmentView::id, id -> holds.show(caller.get(), id));
    }
}
