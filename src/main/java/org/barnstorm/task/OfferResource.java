package org.barnstorm.task;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import java.util.function.Supplier;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.platform.idempotency.Idempotent;
import org.barnstorm.platform.paging.Page;
import org.barnstorm.platform.paging.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@RolesAllowed("member")
@Tag(name = "assignments")
class OfferResource {
    private static final String JSON = "application/json";

    private final CurrentCaller caller;
    private final AssignmentService assignments;
    private final OfferService offers;
    private final OfficeService offices;
    private final HoldService holds;
    private final Pages pages;
    private final Idempotent idempotent;

    OfferResource(
            CurrentCaller caller,
            AssignmentService assignments,
            OfferService offers,
            OfficeService offices,
            HoldService holds,
            Pages pages,
            Idempotent idempotent) {
        this.caller = caller;
        this.assignments = assignments;
        this.offers = offers;
        this.offices = offices;
        this.holds = holds;
        this.pages = pages;
        this.idempotent = idempotent;
    }

    @POST
    @Path("tasks/{id}/assignments")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = JSON,
                            schema = @Schema(implementation = OfferBatch.class),
                            example = OfferBatch.EXAMPLE))
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = AssignmentView.class)))
    @Refuses(status = 409, code = "task-not-open", detail = "This task is CLOSED, so its places cannot be taken.")
    @Refuses(status = 409, code = "task-over", detail = "This task ended on 2026-12-05T12:00:00Z.")
    @Refuses(
            status = 409,
            code = "task-full",
            detail = "All 5 places are taken. Take one of the alternatives, or look again: places are given back.")
    @Refuses(
            status = 409,
            code = "not-a-member",
            detail = "Only active members of uk.south-east.brighton-pavilion can. Join it first.")
    @Refuses(status = 409, code = "not-qualified", detail = "This needs the course \"Organiser 101\" first.")
    @Refuses(status = 409, code = "not-invited", detail = "This task is for people who were invited. Ask who made it.")
    @Refuses(status = 409, code = "already-assigned", detail = "They have a place in this task already.")
    @Refuses(status = 422, code = "office-elsewhere", detail = "Name a group in the same tree as the task's.")
    @Refuses(
            status = 429,
            code = "budget-spent",
            detail =
                    "You have 20 a day of people offered a place, or invited to a task, 18 are used, and this is 5 more. It refills at 2026-11-22T00:00:00Z.")
    @Operation(operationId = "offerPlace", summary = "Offer places", description = """
                    Needs TASK_ASSIGN. To one person (`memberId`): 201, and the place is theirs until they answer or its lease
                    runs out. To whoever holds a role at a group, or to any active member of a group (`role`, `group`): 201, and
                    the first who accepts has it. To several people (`memberIds`): 200 with an answer for each, in the order
                    sent; those who come first get the places there are.
                    """)
    @Produces(JSON) // the type of its answer says nothing of it
    public RestResponse<?> offer(@RestPath UUID id, @Valid @NotNull NewAssignment wanted) {
        wanted.requireWhole();
        if (wanted.memberIds() != null) {
            return idempotent.done(
                    wanted,
                    () -> offers.offer(caller.get(), id, wanted.memberIds()),
                    batch -> id,
                    task -> offers.show(caller.get(), task, wanted.memberIds()));
        }
        return wanted.memberId() == null
                ? created(wanted, () -> offices.offer(caller.get(), id, wanted))
                : created(wanted, () -> assignments.offer(caller.get(), id, wanted));
    }

    @GET
    @Path("me/offices")
    @Operation(
            operationId = "listMyOffices",
            summary = "List places that wait for an office of mine",
            description =
                    "Places that were given to a role I hold at a group, or to any member of a group I am in. The first who"
                            + " accepts one has it.")
    public Page<OfficeView> mine(
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(offices.mine(caller.get(), pages.window(limit, cursor)));
    }

    private RestResponse<AssignmentView> created(NewAssignment wanted, Supplier<AssignmentView> offer) {
        return idempotent.created(wanted, offer, AssignmentView::id, id -> holds.show(caller.get(), id));
    }
}
