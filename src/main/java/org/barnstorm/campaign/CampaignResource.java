package org.barnstorm.campaign;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.platform.http.IfMatch;
import org.barnstorm.platform.http.MergePatch;
import org.barnstorm.platform.idempotency.Idempotent;
import org.barnstorm.platform.paging.Page;
import org.barnstorm.platform.paging.Pages;
import org.barnstorm.platform.security.ProgramTokens;
import org.barnstorm.platform.security.Scope;
import org.barnstorm.platform.security.Scoped;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@RolesAllowed("member")
@Tag(name = "campaigns", description = "What tasks are for, and authority can be limited to.")
class CampaignResource {
    private final CurrentCaller caller;
    private final CampaignService campaigns;
    private final CampaignEndingService endings;
    private final Pages pages;
    private final Idempotent idempotent;

    CampaignResource(
            CurrentCaller caller,
            CampaignService campaigns,
            CampaignEndingService endings,
            Pages pages,
            Idempotent idempotent) {
        this.caller = caller;
        this.campaigns = campaigns;
        this.endings = endings;
        this.pages = pages;
        this.idempotent = idempotent;
    }

    @POST
    @Path("campaigns")
    @ResponseStatus(201)
    @Operation(
            operationId = "createCampaign",
            summary = "Make a campaign",
            description = "Needs CAMPAIGN_MANAGE at the group. Tasks of it and of every group below can belong to it.")
    public RestResponse<CampaignView> create(@Valid @NotNull NewCampaign wanted) {
        return idempotent.created(
                wanted,
                () -> campaigns.create(caller.get(), wanted),
                CampaignView::id,
                id -> campaigns.show(caller.get(), id));
    }

    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.TASKS_READ)
    @GET
    @Path("groups/{path}/campaigns")
    @Operation(operationId = "listCampaigns", summary = "List the campaigns of a group", description = """
                    Its own and those of the groups above it, as far as you see them: a campaign is seen by the members of its
                    group and of those below, and by whoever holds a mandate that reaches there. Past ones too.
                    """)
    public Page<CampaignView> list(
            @RestPath GroupPath path,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(campaigns.list(caller.get(), path, pages.window(limit, cursor)));
    }

    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.TASKS_READ)
    @GET
    @Path("campaigns/{id}")
    @Operation(
            operationId = "getCampaign",
            summary = "Show a campaign",
            description =
                    "For members of its group and of those below, and for whoever holds a mandate that reaches there.")
    public CampaignView show(@RestPath UUID id) {
        return campaigns.show(caller.get(), id);
    }

    @PATCH
    @Path("campaigns/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Refuses(
            status = 409,
            code = "campaign-ended",
            detail = "This campaign is over. Make another one, or leave it out.")
    @Operation(operationId = "editCampaign", summary = "Edit a campaign", description = """
                    JSON Merge Patch (RFC 7396). Needs CAMPAIGN_MANAGE at its group and the ETag of the version you edited.
                    What is over stays as it was.
                    """)
    public CampaignView edit(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Parameter(description = "ETag of the version you edited.", example = "\"0\"")
                    String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = CampaignContent.class)))
                    MergePatch patch) {
        return campaigns.change(caller.get(), id, IfMatch.of(ifMatch), patch);
    }

    @POST
    @Path("campaigns/{id}/end")
    @Operation(operationId = "endCampaign", summary = "End a campaign", description = """
                    Needs CAMPAIGN_MANAGE at its group. Once this has answered, no write that relies on a mandate for the
                    campaign goes through. A minute or two later the tasks that were looked after by such a mandate go to the
                    nearest lead. The tasks themselves stay as they are: volunteers keep their places. It cannot be taken back.
                    """)
    public RestResponse<CampaignView> end(@RestPath UUID id) {
        return idempotent.done(
                "", () -> endings.end(caller.get(), id), CampaignView::id, same -> campaigns.show(caller.get(), same));
    }
}
