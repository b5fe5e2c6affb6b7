package org.barnstorm.group;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
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
@Tag(name = "groups", description = "The tree of local groups: a directory that every member may see.")
class GroupResource {
    private final CurrentCaller caller;
    private final GroupService groups;
    private final GroupImportService imports;
    private final Pages pages;
    private final Idempotent idempotent;

    GroupResource(
            CurrentCaller caller, GroupService groups, GroupImportService imports, Pages pages, Idempotent idempotent) {
        this.caller = caller;
        this.groups = groups;
        this.imports = imports;
        this.pages = pages;
        this.idempotent = idempotent;
    }

    @POST
    @Path("groups")
    @ResponseStatus(201)
    @Refuses(
            status = 403,
            code = "admin-only",
            detail = "Only the platform's admin makes a movement. Ask whoever runs it.")
    @Refuses(status = 409, code = "group-exists", detail = "There is a group at uk.south-east already.")
    @Refuses(status = 409, code = "no-group-above", detail = "Make uk.south-east first, or import both together.")
    @Operation(
            operationId = "createGroup",
            summary = "Make a group",
            description =
                    "A path of one slug makes a movement and needs the realm role `admin`; any other needs GROUP_CREATE above it.")
    public RestResponse<GroupView> create(@Valid @NotNull NewGroup wanted) {
        return idempotent.created(
                wanted, () -> groups.create(caller.get(), wanted), GroupView::id, id -> groups.show(caller.get(), id));
    }

    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.GROUPS_READ)
    @GET
    @Path("groups")
    @Operation(
            operationId = "listGroups",
            summary = "Find groups",
            description = "By path, or nearest first with `near`. Filters combine.")
    public Page<GroupView> list(
            @RestQuery @Parameter(description = "Only this group and those below it.") GroupPath under,
            @RestQuery
                    @Parameter(
                            description =
                                    "Latitude,longitude: nearest first, with kilometres. Rounded to two decimals before use.",
                            schema = @Schema(type = SchemaType.STRING),
                            example = "50.83,-0.14")
                    Position near,
            @RestQuery
                    @DefaultValue("50")
                    @DecimalMin("0.1")
                    @DecimalMax("20100")
                    @Parameter(description = "With `near`: at most this many kilometres away.")
                    double within,
            @RestQuery @Size(min = 1, max = 100) @Parameter(description = "Part of the name, in any case.") String q,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        var window = pages.window(limit, cursor);
        return pages.page(
                near == null
                        ? groups.directory(caller.get(), under, q, window)
                        : groups.nearby(caller.get(), under, q, near, within, window));
    }

    @POST
    @Path("groups/import")
    @Consumes("text/csv")
    @Refuses(
            status = 400,
            code = "malformed-csv",
            detail = "The file is not CSV as in RFC 4180: a quote is not closed.")
    @Refuses(status = 400, code = "missing-column", detail = "The header line lacks the column path.")
    @Refuses(status = 400, code = "repeated-column", detail = "The header line has the column path twice.")
    @Refuses(
            status = 422,
            code = "import-rejected",
            detail = "Nothing was imported: mode=atomic takes all rows or none. See rejected.")
    @Operation(operationId = "importGroups", summary = "Grow the tree from CSV", description = """
                    UTF-8 with a header line: `path,name` and optionally `latitude,longitude,zone,join_policy,electorate`,
                    `external_id` (or `ons_code`) and `region`, the name of the group above where that has to be made.
                    Missing groups above are made. Groups that exist stay as they are, so a repeat changes nothing.
                    """)
    public ImportReport grow(
            @RestQuery
                    @DefaultValue("partial")
                    @Parameter(
                            description = "`partial` keeps good rows and reports bad ones; `atomic` takes all or none.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"partial", "atomic"}))
                    ImportMode mode,
            @NotNull
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = SchemaType.STRING),
                                            examples =
                                                    @ExampleObject(
                                                            name = "two groups",
                                                            value =
                                                                    "path,name,latitude,longitude\nuk.wales.gower,Gower,51.62,-4.05\n")))
                    String csv) {
        return imports.grow(caller.get(), mode, csv);
    }

    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.GROUPS_READ)
    @GET
    @Path("groups/{path}")
    @Operation(operationId = "getGroup", summary = "Show a group", description = "Every member may see the directory.")
    public GroupView show(@RestPath GroupPath path) {
        return groups.show(caller.get(), path);
    }

    @PATCH
    @Path("groups/{path}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            operationId = "editGroup",
            summary = "Edit a group",
            description = "JSON Merge Patch (RFC 7396). Needs GROUP_EDIT and the ETag of the version you edited.")
    public GroupView edit(
            @RestPath GroupPath path,
            @HeaderParam("If-Match") @Parameter(description = "ETag of the version you edited.", example = "\"0\"")
                    String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = GroupContent.class))) MergePatch patch) {
        return groups.edit(caller.get(), path, IfMatch.of(ifMatch), patch);
    }
}
