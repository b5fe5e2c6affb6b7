package org.barnstorm.regroup;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.platform.idempotency.Idempotent;
import org.barnstorm.platform.paging.Page;
import org.barnstorm.platform.paging.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@RolesAllowed("member")
@Tag(name = "moves", description = "Splitting groups and merging them, with notice to their members.")
class MoveResource {
    private final CurrentCaller caller;
    private final PlanService plans;
    private final MoveService moves;
    private final Pages pages;
    private final Idempotent idempotent;

    MoveResource(CurrentCaller caller, PlanService plans, MoveService moves, Pages pages, Idempotent idempotent) {
        this.caller = caller;
        this.plans = plans;
        this.moves = moves;
        this.pages = pages;
        this.idempotent = idempotent;
    }

    @POST
    @Path("groups/{path}/split")
    @ResponseStatus(201)
    @Refuses(status = 409, code = "not-a-member", detail = "Only active members of uk can. Join it first.")
    @Refuses(status = 409, code = "already-moving", detail = "Another plan names some of them already.")
    @Refuses(status = 409, code = "no-group-above", detail = "There is no group above uk.kent.dover. Make that first.")
    @Refuses(status = 422, code = "name-missing", detail = "There is no group at uk.hanover: give its name.")
    @Refuses(status = 422, code = "notice-too-short", detail = "Members are told 14 days ahead. Choose a later day.")
    @Refuses(status = 422, code = "same-group", detail = "Name another group than the one they are in.")
    @Refuses(status = 422, code = "other-movement", detail = "Members and work stay in their movement.")
    @Operation(
            operationId = "planSplit",
            summary = "Plan that some members of a group go on in another",
            description = """
                    Needs MEMBER_MANAGE and GROUP_EDIT in both groups; for one that is to be made, GROUP_CREATE above it. They are told
                    at once and may decline. On the day those who have not are members there. What mandates of the old group
                    allow stays as it is, and so do places that somebody holds.
                    """)
    public RestResponse<MoveView> split(@RestPath GroupPath path, @Valid @NotNull NewSplit wanted) {
        return idempotent.created(
                wanted,
                () -> plans.split(caller.get(), path, wanted),
                MoveView::id,
                id -> moves.show(caller.get(), id));
    }

    @POST
    @Path("groups/{path}/merge")
    @ResponseStatus(201)
    @Refuses(
            status = 409,
            code = "already-moving",
            detail = "It is planned already that this group becomes part of another.")
    @Refuses(status = 409, code = "groups-below", detail = "There are groups below uk.kent. Merge those first.")
    @Refuses(
            status = 409,
            code = "kinds-left",
            detail =
                    "Open work of uk.kent is of kinds that only that group has: canvassing. Make them in uk.essex first.")
    @Refuses(status = 422, code = "notice-too-short", detail = "Members are told 14 days ahead. Choose a later day.")
    @Refuses(status = 422, code = "same-group", detail = "Name another group than the one they are in.")
    @Refuses(status = 422, code = "other-movement", detail = "Members and work stay in their movement.")
    @Operation(operationId = "planMerge", summary = "Plan that a group becomes part of another", description = """
                    Needs MEMBER_MANAGE and GROUP_EDIT in both groups. On the day all members go there, except those who declined,
                    with the tasks that are open and the series. The group stays visible, says where it went, and takes nothing new.
                    """)
    public RestResponse<MoveView> merge(@RestPath GroupPath path, @Valid @NotNull NewMerge wanted) {
        return idempotent.created(
                wanted,
                () -> plans.merge(caller.get(), path, wanted),
                MoveView::id,
                id -> moves.show(caller.get(), id));
    }

    @GET
    @Path("groups/{path}/moves")
    @Operation(
            operationId = "listMoves",
            summary = "List splits and merges",
            description = "Needs MEMBER_MANAGE at the group. From it, into it, and of those below; past ones too.")
    public Page<MoveView> list(
            @RestPath GroupPath path,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(moves.list(caller.get(), path, pages.window(limit, cursor)));
    }

    @GET
    @Path("moves/{id}")
    @Operation(
            operationId = "getMove",
            summary = "Show a split or a merge",
            description = "To those it concerns, and with MEMBER_MANAGE at one of the groups.")
    public MoveView show(@RestPath UUID id) {
        return moves.show(caller.get(), id);
    }

    @GET
    @Path("moves/{id}/people")
    @Refuses(
            status = 429,
            code = "budget-spent",
            detail =
                    "You have 30 a day of different people looked at, 30 are used, and this is 1 more. It refills at 2026-11-22T00:00:00Z.")
    @Operation(
            operationId = "listMovePeople",
            summary = "List whom a split names, or who declined to go with a merge",
            description = "Needs MEMBER_MANAGE at the group they are in. A day has so many people whom one looks at.")
    public Page<MovePersonView> people(
            @RestPath UUID id,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(moves.people(caller.get(), id, pages.window(limit, cursor)));
    }

    @POST
    @Path("moves/{id}/cancel")
    @Refuses(status = 409, code = "move-state", detail = "This move is DONE: it cannot be changed any more.")
    @Operation(
            operationId = "cancelMove",
            summary = "Cancel a split or a merge before its day",
            description =
                    "Needs MEMBER_MANAGE and GROUP_EDIT in both groups, like planning it. Everything stays as it is.")
    public RestResponse<MoveView> cancel(@RestPath UUID id) {
        return idempotent.done(
                "", () -> plans.cancel(caller.get(), id), MoveView::id, move -> moves.show(caller.get(), move));
    }

    @GET
    @Path("me/moves")
    @Operation(
            operationId = "listMyMoves",
            summary = "List the splits and merges that concern me",
            description = "Those to come: which group I would be in from when, and whether I declined.")
    public Page<MoveView> mine(
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(moves.mine(caller.get(), pages.window(limit, cursor)));
    }

    @POST
    @Path("moves/{id}/decline")
    @Refuses(status = 403, code = "not-yours", detail = "Only whom it concerns declines to go.")
    @Refuses(status = 409, code = "move-state", detail = "This move is RUNNING: it cannot be changed any more.")
    @Operation(operationId = "declineMove", summary = "Decline to go on in the other group", description = """
                    For those it concerns, before the day. In a split one stays where one is; in a merge one's membership ends with the
                    group. Repeating changes nothing.
                    """)
    public RestResponse<MoveView> decline(@RestPath UUID id) {
        return idempotent.done(
                "", () -> moves.decline(caller.get(), id), MoveView::id, move -> moves.show(caller.get(), move));
    }
}
