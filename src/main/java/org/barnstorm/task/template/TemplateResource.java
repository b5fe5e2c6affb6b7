package org.barnstorm.task.template;

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
import org.barnstorm.task.TaskView;
import org.barnstorm.task.Tasks;
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
@Tag(name = "templates", description = "Work that is asked for again and again, written once.")
class TemplateResource {
    private final CurrentCaller caller;
    private final TemplateService templates;
    private final Tasks tasks;
    private final Pages pages;
    private final Idempotent idempotent;

    TemplateResource(CurrentCaller caller, TemplateService templates, Tasks tasks, Pages pages, Idempotent idempotent) {
        this.caller = caller;
        this.templates = templates;
        this.tasks = tasks;
        this.pages = pages;
        this.idempotent = idempotent;
    }

    @POST
    @Path("templates")
    @ResponseStatus(201)
    @Refuses(status = 422, code = "unknown-course", detail = "There is no such course.")
    @Refuses(
            status = 422,
            code = "unknown-kind",
            detail =
                    "There is no kind of work \"canvass\" in uk.south-east.brighton-pavilion; see its list of kinds, or ask a lead to add one.")
    @Operation(
            operationId = "createTemplate",
            summary = "Make a template",
            description =
                    "Needs TASK_EDIT at the group. Where the work is may be left to whoever makes a task from it.")
    public RestResponse<TemplateView> create(@Valid @NotNull NewTemplate wanted) {
        return idempotent.created(
                wanted,
                () -> templates.create(caller.get(), wanted),
                TemplateView::id,
                id -> templates.show(caller.get(), id));
    }

    @GET
    @Path("templates")
    @Operation(
            operationId = "listTemplates",
            summary = "List templates",
            description =
                    "Those that can be used in a group: its own and those of the groups above it. Needs TASK_CREATE or TASK_EDIT there.")
    public Page<TemplateView> list(
            @RestQuery @NotNull @Parameter(description = "The group in which they are to be used.") GroupPath group,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(templates.list(caller.get(), group, pages.window(limit, cursor)));
    }

    @GET
    @Path("templates/{id}")
    @Operation(
            operationId = "getTemplate",
            summary = "Show a template",
            description = "For whoever makes or manages tasks somewhere in its part of the tree.")
    public TemplateView show(@RestPath UUID id) {
        return templates.show(caller.get(), id);
    }

    @PATCH
    @Path("templates/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Refuses(
            status = 409,
            code = "template-retired",
            detail = "This template was retired on 2026-12-05T12:00:00Z. Use another.")
    @Refuses(status = 422, code = "unknown-course", detail = "There is no such course.")
    @Refuses(
            status = 422,
            code = "unknown-kind",
            detail =
                    "There is no kind of work \"canvass\" in uk.south-east.brighton-pavilion; see its list of kinds, or ask a lead to add one.")
    @Operation(
            operationId = "editTemplate",
            summary = "Edit a template",
            description =
                    "JSON Merge Patch (RFC 7396). Needs TASK_EDIT at its group and the ETag of the version you edited. Tasks and series made from it stay as they are.")
    public TemplateView edit(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Parameter(description = "ETag of the version you edited.", example = "\"0\"")
                    String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = TemplateContent.class)))
                    MergePatch patch) {
        return templates.edit(caller.get(), id, IfMatch.of(ifMatch), patch);
    }

    @POST
    @Path("templates/{id}/retire")
    @Refuses(
            status = 409,
            code = "template-retired",
            detail = "This template was retired on 2026-12-05T12:00:00Z. Use another.")
    @Operation(
            operationId = "retireTemplate",
            summary = "Make nothing more from a template",
            description = "Needs TASK_EDIT at its group. Tasks and series made from it stay.")
    public RestResponse<TemplateView> retire(@RestPath UUID id) {
        return idempotent.done(
                "",
                () -> templates.retire(caller.get(), id),
                TemplateView::id,
                same -> templates.show(caller.get(), same));
    }

    @POST
    @Path("templates/{id}/tasks")
    @ResponseStatus(201)
    @Refuses(
            status = 409,
            code = "template-retired",
            detail = "This template was retired on 2026-12-05T12:00:00Z. Use another.")
    @Refuses(status = 409, code = "task-over", detail = "It ended on 2026-12-05T12:00:00Z. Change its time first.")
    @Refuses(
            status = 422,
            code = "outside-template",
            detail = "This template is for uk.south-east and the groups below it. Choose one of them.")
    @Refuses(status = 422, code = "unknown-course", detail = "There is no such course.")
    @Refuses(
            status = 422,
            code = "unknown-kind",
            detail =
                    "There is no kind of work \"canvass\" in uk.south-east.brighton-pavilion; see its list of kinds, or ask a lead to add one.")
    @Refuses(
            status = 429,
            code = "budget-spent",
            detail =
                    "You have 20 a day of tasks made, 20 are used, and this is 1 more. It refills at 2026-11-22T00:00:00Z.")
    @Operation(operationId = "createTaskFromTemplate", summary = "Make a task from a template", description = """
                    Needs TASK_CREATE at the task's group, and to publish it at once TASK_EDIT as well. `{}` makes a draft that
                    can be done at any time; with `startsAt` and `publish` it is ready to be claimed.
                    """)
    public RestResponse<TaskView> use(@RestPath UUID id, @Valid @NotNull TaskFromTemplate wanted) {
        return idempotent.created(
                wanted,
                () -> templates.use(caller.get(), id, wanted),
                TaskView::id,
                made -> tasks.show(caller.get(), made));
    }
}
