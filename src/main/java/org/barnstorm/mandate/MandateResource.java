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
@Tag(name = "mandates", description = "Who may do what, where, until when.")
class MandateResource {
    private final CurrentCaller caller;
    private final MandateService mandates;
    private final Pages pages;
    private final Idempotent idempotent;

    MandateResource(CurrentCaller caller, MandateService mandates, Pages pages, Idempotent idempotent) {
        this.caller = caller;
        this.mandates = mandates;
        this.pages = pages;
        this.idempotent = idempotent;
    }

    @POST
    @Path("mandates")
    @ResponseStatus(201)
    @Refuses(status = 403, code = "self-grant", detail = "Nobody hands authority to themselves.")
    @Refuses(
            status = 403,
            code = "beyond-own-authority",
            detail = "You cannot hand this on: it ends on 2027-11-21T09:30:00Z.")
    @Refuses(
            status = 403,
            code = "bootstrap-only",
            detail = "The platform's admin appoints the LEAD of a movement; that lead does the rest.")
    @Refuses(
            status = 409,
            code = "movement-has-lead",
            detail = "The movement has a lead; further mandates are appointed by them.")
    @Refuses(
            status = 409,
            code = "suspended",
            detail = "This person is suspended here. Wait until it is over, or lift it.")
    @Refuses(
            status = 409,
            code = "campaign-ended",
            detail = "This campaign is over. Make another one, or leave it out.")
    @Refuses(
            status = 422,
            code = "unknown-campaign",
            detail = "There is no such campaign in this part of the tree; see the list of the group's campaigns.")
    @Refuses(
            status = 422,
            code = "not-limitable",
            detail =
                    "A mandate for a campaign, or with conditions, has no role, and allows what is about tasks: send some of TASK_CREATE, TASK_EDIT, TASK_ASSIGN, TASK_VERIFY, TASK_REVIEW, ASSIGNMENT_READ and MANDATE_GRANT as capabilities.")
    @Refuses(status = 422, code = "role-or-capabilities", detail = "Send either role or capabilities.")
    @Refuses(status = 422, code = "empty-mandate", detail = "Name a role or at least one capability.")
    @Refuses(status = 422, code = "term-backwards", detail = "A mandate ends after it begins, and not in the past.")
    @Refuses(status = 422, code = "depth-out-of-range", detail = "A mandate may be handed on 0 to 9 times.")
    @AboutSomebody
    @Operation(operationId = "grantMandate", summary = "Hand on authority", description = """
                    Needs MANDATE_GRANT at the group. Nobody grants more than they hold: not more capabilities, not a wider
                    part of the tree, not a later end, not deeper delegation, not wider limits; and nobody grants to themselves.
                    Where the rules of the group ask for two people, it is PENDING until a second one confirms it. With
                    `campaignId` or `conditions` it is for some tasks only, has no role, and ends with the campaign.
                    """)
    public RestResponse<MandateView> grant(@Valid @NotNull NewMandate wanted) {
        return idempotent.created(
                wanted,
                () -> mandates.grant(caller.get(), wanted),
                MandateView::id,
                id -> mandates.show(caller.get(), id));
    }

    @GET
    @Path("mandates")
    @Operation(
            operationId = "listMandates",
            summary = "List the mandates of a part of the tree",
            description = "Needs MANDATE_READ at the group. With those below it; past ones too.")
    public Page<MandateView> list(
            @RestQuery @NotNull @Parameter(description = "This group and those below it.") GroupPath group,
            @RestQuery @Parameter(description = "Only this person's.") UUID member,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(mandates.list(caller.get(), group, member, pages.window(limit, cursor)));
    }

    @GET
    @Path("me/mandates")
    @Operation(operationId = "listMyMandates", summary = "List my mandates", description = "Past ones too.")
    public Page<MandateView> mine(
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(mandates.mine(caller.get(), pages.window(limit, cursor)));
    }

    @GET
    @Path("mandates/{id}")
    @Operation(
            operationId = "getMandate",
            summary = "Show a mandate",
            description = "One's own, one you granted, or with MANDATE_READ at its group.")
    public MandateView show(@RestPath UUID id) {
        return mandates.show(caller.get(), id);
    }

    @POST
    @Path("mandates/{id}/confirm")
    @Refuses(
            status = 403,
            code = "second-person",
            detail = "Somebody else than who granted it and who is to hold it confirms a mandate.")
    @Refuses(
            status = 403,
            code = "beyond-own-authority",
            detail = "Your own mandate does not allow this grant: it ends on 2027-11-21T09:30:00Z.")
    @Refuses(status = 409, code = "nothing-to-confirm", detail = "This mandate does not wait for anybody.")
    @Refuses(
            status = 409,
            code = "grantor-gone",
            detail = "The mandate that this one was granted under has ended meanwhile.")
    @Refuses(
            status = 409,
            code = "campaign-ended",
            detail = "This campaign is over. Make another one, or leave it out.")
    @Operation(operationId = "confirmMandate", summary = "Confirm a mandate as the second person", description = """
                    Where the rules of a group say that two people grant something, a mandate is PENDING until somebody else
                    confirms it who could have granted it. Needs MANDATE_GRANT at its group. Whoever may revoke it says no.
                    """)
    public RestResponse<MandateView> confirm(@RestPath UUID id) {
        return idempotent.done(
                "",
                () -> mandates.confirm(caller.get(), id),
                MandateView::id,
                mandate -> mandates.show(caller.get(), mandate));
    }
}
