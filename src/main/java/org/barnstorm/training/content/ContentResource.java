package org.barnstorm.training.content;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response.Status;
import java.util.UUID;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.platform.http.IfMatch;
import org.barnstorm.platform.http.PutCondition;
import org.barnstorm.platform.idempotency.Idempotent;
import org.barnstorm.platform.paging.Page;
import org.barnstorm.platform.paging.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@RolesAllowed("member")
@Tag(name = "course content", description = "Modules, drafts and published versions of courses.")
class ContentResource {
    private final CurrentCaller caller;
    private final ContentService content;
    private final Pages pages;
    private final Idempotent idempotent;

    ContentResource(CurrentCaller caller, ContentService content, Pages pages, Idempotent idempotent) {
        this.caller = caller;
        this.content = content;
        this.pages = pages;
        this.idempotent = idempotent;
    }

    @GET
    @Path("courses/{id}/draft")
    @Operation(
            operationId = "getCourseDraft",
            summary = "Show what is being written",
            description = "Needs COURSE_MANAGE at the course's group: right answers are in it.")
    public DraftView draft(@RestPath UUID id) {
        return content.draft(caller.get(), id);
    }

    @PUT
    @Path("courses/{id}/draft")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DraftView.class)))
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DraftView.class)))
    @Operation(operationId = "putCourseDraft", summary = "Write what a course consists of", description = """
                    Needs COURSE_MANAGE at the course's group. The document is whole: what is left out is gone. The first goes
                    with `If-None-Match: *`, an edit with the ETag of the version you edited as `If-Match`. Learners see
                    nothing of it until it is published.
                    """)
    public RestResponse<DraftView> put(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Parameter(description = "ETag of the version you edited.", example = "\"0\"")
                    String ifMatch,
            @HeaderParam("If-None-Match") @Parameter(description = "`*`: there is none yet.", example = "*")
                    String ifNoneMatch,
            @Valid @NotNull Modules modules) {
        var put = content.put(caller.get(), id, PutCondition.of(ifMatch, ifNoneMatch), modules);
        return RestResponse.status(put.isNew() ? Status.CREATED : Status.OK, put.draft());
    }

    @POST
    @Path("courses/{id}/versions")
    @ResponseStatus(201)
    @Refuses(
            status = 403,
            code = "beyond-own-authority",
            detail =
                    "A course can award what you could hand on yourself. Your mandates do not reach to LEAD in uk.south-east.")
    @Refuses(
            status = 409,
            code = "nothing-to-publish",
            detail = "There is nothing new in the draft. Write its modules first, then publish.")
    @Operation(operationId = "publishCourse", summary = "Publish the draft", description = """
                    Needs COURSE_MANAGE at the course's group; what the course awards, you could hand on yourself. The version
                    never changes. Who is on their way through an older one finishes that; who enrols from now on gets this one.
                    With the draft's ETag: what somebody else wrote since you read it, you do not publish unseen.
                    """)
    public RestResponse<CourseVersionView> publish(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Parameter(description = "ETag of the draft that you read.", example = "\"0\"")
                    String ifMatch,
            @Valid @NotNull Publication publication) {
        var read = IfMatch.of(ifMatch);
        return idempotent.created(
                publication,
                () -> content.publish(caller.get(), id, read, publication),
                CourseVersionView::courseId,
                again -> content.latest(caller.get(), again));
    }

    @GET
    @Path("courses/{id}/versions")
    @Operation(
            operationId = "listCourseVersions",
            summary = "List what was published",
            description = "The oldest first. Every member may see what a course consists of.")
    public Page<CourseVersionView> versions(
            @RestPath UUID id,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(content.versions(caller.get(), id, pages.window(limit, cursor)));
    }
}
