package org.barnstorm.practice.renewal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response.Status;
import java.util.UUID;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.platform.http.PutCondition;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@RolesAllowed("member")
@Tag(name = "practicals")
class RenewalResource {
    private final CurrentCaller caller;
    private final RenewalService renewals;

    RenewalResource(CurrentCaller caller, RenewalService renewals) {
        this.caller = caller;
        this.renewals = renewals;
    }

    @GET
    @Path("courses/{id}/renewal")
    @Operation(
            operationId = "getCourseRenewal",
            summary = "Show which work renews a qualification",
            description = "Every member may see it. 404 while nobody has said anything: then only a refresher does.")
    public RenewalView show(@RestPath UUID id) {
        return renewals.show(caller.get(), id);
    }

    @PUT
    @Path("courses/{id}/renewal")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RenewalView.class)))
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RenewalView.class)))
    @Refuses(
            status = 403,
            code = "beyond-own-authority",
            detail =
                    "A course can award what you could hand on yourself. Your mandates do not reach to LEAD in uk.south-east.")
    @Refuses(
            status = 422,
            code = "unknown-kind",
            detail =
                    "There is no kind of work \"canvass\" in uk.south-east.brighton-pavilion; see its list of kinds, or ask a lead to add one.")
    @Operation(operationId = "putCourseRenewal", summary = "Say which work renews a qualification", description = """
                    Needs COURSE_MANAGE at the course's group; what the course awards, you could hand on yourself. The document
                    is whole: the first goes with `If-None-Match: *`, an edit with `If-Match`. Without `work`, only a refresher
                    renews from then on; what was renewed stays.
                    """)
    public RestResponse<RenewalView> put(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Parameter(description = "ETag of the version you edited.", example = "\"0\"")
                    String ifMatch,
            @HeaderParam("If-None-Match") @Parameter(description = "`*`: there is none yet.", example = "*")
                    String ifNoneMatch,
            @Valid @NotNull RenewalContent content) {
        var put = renewals.put(caller.get(), id, PutCondition.of(ifMatch, ifNoneMatch), content);
        return RestResponse.status(put.isNew() ? Status.CREATED : Status.OK, put.renewal());
    }
}
