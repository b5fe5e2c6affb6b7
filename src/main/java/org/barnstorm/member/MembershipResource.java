package org.barnstorm.member;

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
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.platform.idempotency.Idempotent;
import org.barnstorm.platform.paging.Page;
import org.barnstorm.platform.paging.Pages;
import org.barnstorm.platform.security.ProgramTokens;
import org.barnstorm.platform.security.Scope;
import org.barnstorm.platform.security.Scoped;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@RolesAllowed("member")
@Tag(name = "memberships", description = "Joining, leaving, and looking after who belongs to a group.")
class MembershipResource {
    private final CurrentCaller caller;
    private final MembershipService memberships;
    private final Pages pages;
    private final Idempotent idempotent;

    MembershipResource(CurrentCaller caller, MembershipService memberships, Pages pages, Idempotent idempotent) {
        this.caller = caller;
        this.memberships = memberships;
        this.pages = pages;
        this.idempotent = idempotent;
    }

    @PUT
    @Path("groups/{path}/membership")
    @Refuses(
            status = 403,
            code = "invitation-needed",
            detail = "This group takes members by invitation. Ask somebody in it, or look for a group nearby.")
    @Refuses(
            status = 403,
            code = "you-are-suspended",
            detail = "You are suspended here. Whoever leads the group above can tell you why, and lift it.")
    @Refuses(status = 409, code = "group-merged", detail = "uk.kemptown is part of uk.brighton now. Go there instead.")
    @Operation(
            operationId = "joinGroup",
            summary = "Join a group, ask to, or accept an invitation",
            description =
                    "The group's join policy decides whether you are ACTIVE at once or REQUESTED; where you are expected (`expectedIn` of `GET /me`), you are ACTIVE. Repeating changes nothing.")
    public MembershipView join(@RestPath GroupPath path) {
        return memberships.join(caller.get(), path);
    }

    @DELETE
    @Path("groups/{path}/membership")
    @ResponseStatus(204)
    @Operation(
            operationId = "leaveGroup",
            summary = "Leave a group, take a request back, or turn an invitation down",
            description =
                    "Turns also down that the group expects you by your e-mail address: no file brings you back there. Repeating changes nothing.")
    public void leave(@RestPath GroupPath path) {
        memberships.leave(caller.get(), path);
    }

    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.MEMBERS_READ)
    @GET
    @Path("groups/{path}/members")
    @Refuses(
            status = 429,
            code = "budget-spent",
            detail =
                    "You have 30 a day of different people looked at, 30 are used, and this is 1 more. It refills at 2026-11-22T00:00:00Z.")
    @Operation(
            operationId = "listMembers",
            summary = "List a group's members",
            description =
                    "Needs MEMBER_READ, and MEMBER_MANAGE for those who are SUSPENDED. Shows first names and initials. The group itself, not those below it.")
    public Page<MembershipView> list(
            @RestPath GroupPath path,
            @RestQuery @DefaultValue("ACTIVE") @Parameter(description = "Which standing.") Membership.Status status,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(memberships.list(caller.get(), path, status, pages.window(limit, cursor)));
    }

    @POST
    @Path("groups/{path}/members")
    @ResponseStatus(201)
    @Refuses(
            status = 409,
            code = "membership-exists",
            detail = "They belong to the group, asked to, or are invited already.")
    @AboutSomebody
    @Operation(
            operationId = "inviteMember",
            summary = "Invite somebody into a group",
            description = "Needs MEMBER_MANAGE. They accept by joining, or turn it down by leaving.")
    public RestResponse<MembershipView> invite(@RestPath GroupPath path, @Valid @NotNull Invitation invitation) {
        return idempotent.created(
                invitation,
                () -> memberships.invite(caller.get(), path, invitation.memberId()),
                MembershipView::id,
                id -> memberships.show(caller.get(), id));
    }

    @POST
    @Path("memberships/{id}/approve")
    @Refuses(
            status = 409,
            code = "membership-state",
            detail = "A membership that is ENDED cannot be changed like this.")
    @Refuses(
            status = 409,
            code = "suspended",
            detail = "This person is suspended here. Wait until it is over, or lift it.")
    @Operation(
            operationId = "approveMembership",
            summary = "Approve a request to join",
            description = "Needs MEMBER_MANAGE in the group.")
    public RestResponse<MembershipView> approve(@RestPath UUID id) {
        return act(() -> memberships.approve(caller.get(), id));
    }

    @POST
    @Path("memberships/{id}/decline")
    @Refuses(
            status = 409,
            code = "membership-state",
            detail = "A membership that is ENDED cannot be changed like this.")
    @Operation(
            operationId = "declineMembership",
            summary = "Decline a request to join",
            description = "Needs MEMBER_MANAGE in the group.")
    public RestResponse<MembershipView> decline(@RestPath UUID id) {
        return act(() -> memberships.decline(caller.get(), id));
    }

    @POST
    @Path("memberships/{id}/end")
    @Refuses(
            status = 409,
            code = "membership-state",
            detail = "A membership that is ENDED cannot be changed like this.")
    @Operation(
            operationId = "endMembership",
            summary = "End a membership or take an invitation back",
            description =
                    "Needs MEMBER_MANAGE in the group. From the answer on, that person's claims there are refused.")
    public RestResponse<MembershipView> end(@RestPath UUID id) {
        return act(() -> memberships.end(caller.get(), id));
    }

    private RestResponse<MembershipView> act(Supplier<MembershipView> verb) {
        return idempotent.done("", verb, MembershipView::id, id -> memberships.show(caller.get(), id));
    }
}
