package org.barnstorm.mandate;

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
import org.barnstorm.member.AboutSomebody;
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
@Tag(name = "trust", description = "Vouching for each other, and how far one is trusted.")
class VouchResource {
    private final CurrentCaller caller;
    private final VouchService vouches;
    private final Unvouching unvouching;
    private final Pages pages;
    private final Idempotent idempotent;

    VouchResource(
            CurrentCaller caller, VouchService vouches, Unvouching unvouching, Pages pages, Idempotent idempotent) {
        this.caller = caller;
        this.vouches = vouches;
        this.unvouching = unvouching;
        this.pages = pages;
        this.idempotent = idempotent;
    }

    @POST
    @Path("groups/{path}/vouches")
    @ResponseStatus(201)
    @Refuses(status = 403, code = "self-vouch", detail = "Nobody vouches for themselves.")
    @Refuses(
            status = 403,
            code = "trust-too-low",
            detail = "Members vouch from level 2 on; you are at 1. 3 results that others confirmed get you there.")
    @Refuses(status = 409, code = "not-a-member", detail = "Only active members of uk can. Join it first.")
    @Refuses(status = 409, code = "no-vouching", detail = "No rule says what vouches earn here.")
    @Refuses(status = 409, code = "already-vouched", detail = "You vouch for them here already.")
    @Refuses(
            status = 409,
            code = "vouch-circle",
            detail = "They vouch for you, or for somebody who does. Trust does not come from itself.")
    @Refuses(
            status = 409,
            code = "vouches-spent",
            detail = "You have 5 vouches open, of 5. One comes back when you withdraw it.")
    @Refuses(
            status = 409,
            code = "suspended",
            detail = "This person is suspended here. Wait until it is over, or lift it.")
    @AboutSomebody
    @Operation(operationId = "vouch", summary = "Vouch for a member of my group", description = """
                    Both are active members of the group, and who vouches is trusted (level 2). When as many as the group's
                    rules ask for vouch for somebody, that person has the mandate that the rules say: at once, or once a lead who
                    did not vouch confirms it, where two people grant that or a lead has taken the same from them.
                    """)
    public RestResponse<VouchView> vouch(@RestPath GroupPath path, @Valid @NotNull NewVouch vouch) {
        return idempotent.created(
                vouch,
                () -> vouches.vouch(caller.get(), path, vouch),
                VouchView::id,
                id -> vouches.show(caller.get(), id));
    }

    @GET
    @Path("groups/{path}/vouches")
    @Operation(
            operationId = "listVouches",
            summary = "List who vouched for whom",
            description = "Needs MANDATE_READ at the group. With those below it; withdrawn ones too.")
    public Page<VouchView> list(
            @RestPath GroupPath path,
            @RestQuery @Parameter(description = "Only for this person.") UUID member,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(vouches.list(caller.get(), path, member, pages.window(limit, cursor)));
    }

    @POST
    @Path("vouches/{id}/withdraw")
    @Refuses(status = 403, code = "not-yours", detail = "Only who gave a vouch withdraws it.")
    @Refuses(status = 409, code = "vouch-withdrawn", detail = "You have withdrawn this already.")
    @Operation(operationId = "withdrawVouch", summary = "Take a vouch back", description = """
                    When too few are left, the mandate that they earned ends at once, and the open tasks that were looked after
                    by it go to the nearest lead.
                    """)
    public RestResponse<VouchView> withdraw(@RestPath UUID id) {
        return idempotent.done(
                "",
                () -> unvouching.withdraw(caller.get(), id),
                VouchView::id,
                vouch -> vouches.show(caller.get(), vouch));
    }

    @GET
    @Path("me/vouches")
    @Operation(operationId = "listMyVouches", summary = "List the vouches I gave", description = "Withdrawn ones too.")
    public Page<VouchView> mine(
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(vouches.mine(caller.get(), pages.window(limit, cursor)));
    }

    @GET
    @Path("me/trust")
    @Operation(
            operationId = "getMyTrust",
            summary = "Show how far I am trusted in a group",
            description = "The level, what it is made of, and how many vouches one has left.")
    public TrustView trust(@RestQuery @NotNull @Parameter(description = "Which group.") GroupPath group) {
        return vouches.trust(caller.get(), group);
    }
}
