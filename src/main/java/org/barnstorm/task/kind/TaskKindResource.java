package org.barnstorm.task.kind;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response.Status;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.http.PutCondition;
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
@Tag(name = "task kinds", description = "Kinds of work and the vocabulary of how they turn out.")
class TaskKindResource {
    private static final String CODE = "What tasks call the kind.";

    private final CurrentCaller caller;
    private final KindService kinds;
    private final Pages pages;

    TaskKindResource(CurrentCaller caller, KindService kinds, Pages pages) {
        this.caller = caller;
        this.kinds = kinds;
        this.pages = pages;
    }

    @GET
    @Path("groups/{path}/task-kinds")
    @Operation(
            operationId = "listTaskKinds",
            summary = "List the kinds of work in a group",
            description =
                    "Its own and those of the groups above it; of two with one code the nearer. Every member may.")
    public Page<TaskKindView> list(
            @RestPath GroupPath path,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(kinds.list(caller.get(), path, pages.window(limit, cursor)));
    }

    @GET
    @Path("groups/{path}/task-kinds/{code}")
    @Operation(
            operationId = "getTaskKind",
            summary = "Show a kind of work",
            description = "The one that counts in this group: its own, or the nearest above. Every member may see it.")
    public TaskKindView show(
            @RestPath GroupPath path, @RestPath @Parameter(description = CODE, example = "canvass") String code) {
        return kinds.show(caller.get(), path, code);
    }

    @PUT
    @Path("groups/{path}/task-kinds/{code}")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TaskKindView.class)))
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TaskKindView.class)))
    @Operation(operationId = "putTaskKind", summary = "Write a kind of work", description = """
                    Needs KIND_MANAGE in the group whose kind it is. The document is whole: what is left out is gone. A new one
                    goes with `If-None-Match: *`, an edit with the ETag of the version you edited as `If-Match`. With a code that
                    a group above has, the group gets its own, which counts instead in it and below.
                    """)
    public RestResponse<TaskKindView> put(
            @RestPath GroupPath path,
            @RestPath
                    @Pattern(regexp = Kinds.CODE, message = Kinds.CODE_RULE)
                    @Size(max = 40)
                    @Parameter(description = CODE, example = "canvass")
                    String code,
            @HeaderParam("If-Match") @Parameter(description = "ETag of the version you edited.", example = "\"0\"")
                    String ifMatch,
            @HeaderParam("If-None-Match") @Parameter(description = "`*`: there is none yet.", example = "*")
                    String ifNoneMatch,
            @Valid @NotNull KindContent content) {
        var put = kinds.put(caller.get(), path, code, PutCondition.of(ifMatch, ifNoneMatch), content);
        return RestResponse.status(put.isNew() ? Status.CREATED : Status.OK, put.kind());
    }
}
