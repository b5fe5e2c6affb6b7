package org.barnstorm.task;

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
import java.util.function.Supplier;
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
@Tag(name = "tasks", description = "Pieces of work with places that members claim.")
class TaskResource {
    private final CurrentCaller caller;
    private final TaskService tasks;
    private final Pages pages;
    private final Idempotent idempotent;

    TaskResource(CurrentCaller caller, TaskService tasks, Pages pages, Idempotent idempotent) {
        this.caller = caller;
        this.tasks = tasks;
        this.pages = pages;
        this.idempotent = idempotent;
    }

    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.TASKS_WRITE)
    @POST
    @Path("tasks")
    @ResponseStatus(201)
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
    @Refuses(
            status = 422,
            code = "unknown-campaign",
            detail = "There is no such campaign in this part of the tree; see the list of the group's campaigns.")
    @Refuses(
            status = 409,
            code = "campaign-ended",
            detail = "This campaign is over. Make another one, or leave it out.")
    @Operation(
            operationId = "createTask",
            summary = "Make a task",
            description = "Needs TASK_CREATE at the group. It is a draft until it is published.")
    public RestResponse<TaskView> create(@Valid @NotNull NewTask wanted) {
        return idempotent.created(
                wanted, () -> tasks.create(caller.get(), wanted), TaskView::id, id -> tasks.show(caller.get(), id));
    }

    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.TASKS_READ)
    @GET
    @Path("tasks")
    @Operation(operationId = "listTasks", summary = "List tasks", description = """
                    Open tasks of the groups you are an active member of, and all tasks of groups where a mandate of yours
                    reaches them. Filters combine.
                    """)
    public Page<TaskView> list(
            @RestQuery @Parameter(description = "Only in this group and those below it.") GroupPath group,
            @RestQuery @Parameter(description = "Only with this status.") Task.Status status,
            @RestQuery @DefaultValue("false") @Parameter(description = "Only those you made.") boolean mine,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(tasks.list(caller.get(), group, status, mine, pages.window(limit, cursor)));
    }

    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.TASKS_READ)
    @GET
    @Path("tasks/{id}")
    @Operation(
            operationId = "getTask",
            summary = "Show a task",
            description = "A task that you may not see is answered like one that does not exist.")
    public TaskView show(@RestPath UUID id) {
        return tasks.show(caller.get(), id);
    }

    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.TASKS_WRITE)
    @PATCH
    @Path("tasks/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Refuses(status = 409, code = "task-state", detail = "A task that is CANCELLED cannot be edited.")
    @Refuses(
            status = 409,
            code = "capacity-below-taken",
            detail = "3 places are taken; capacity cannot be lower. Wait until some are given back.")
    @Refuses(status = 422, code = "unknown-course", detail = "There is no such course.")
    @Refuses(
            status = 422,
            code = "unknown-kind",
            detail =
                    "There is no kind of work \"canvass\" in uk.south-east.brighton-pavilion; see its list of kinds, or ask a lead to add one.")
    @Refuses(
            status = 422,
            code = "unknown-campaign",
            detail = "There is no such campaign in this part of the tree; see the list of the group's campaigns.")
    @Refuses(
            status = 409,
            code = "campaign-ended",
            detail = "This campaign is over. Make another one, or leave it out.")
    @Refuses(
            status = 409,
            code = "kind-has-results",
            detail = "People have done this task as the kind of work that it is. Make another task of the other kind.")
    @Refuses(
            status = 409,
            code = "holders-double-booked",
            detail =
                    "2 of those who hold a place have another one at the new time. Choose another time, or ask them to give"
                            + " one of the two back.")
    @Refuses(
            status = 403,
            code = "on-probation",
            detail =
                    "Your tasks are looked at before they open, so what people read in one that has been released is changed by somebody else: ask a lead of the group.")
    @Operation(
            operationId = "editTask",
            summary = "Edit a task",
            description =
                    "JSON Merge Patch (RFC 7396). Needs TASK_EDIT, by a mandate that reaches the task before and after, and the ETag of the version you edited. Claims do not change the version. What people agreed to makes a new revision; edits of its series leave the task alone from then on.")
    public TaskView edit(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Parameter(description = "ETag of the version you edited.", example = "\"0\"")
                    String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = TaskContent.class))) MergePatch patch) {
        return tasks.edit(caller.get(), id, IfMatch.of(ifMatch), patch);
    }

    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.TASKS_WRITE)
    @POST
    @Path("tasks/{id}/publish")
    @Refuses(status = 409, code = "task-state", detail = "A task that is CANCELLED cannot be changed like this.")
    @Refuses(status = 409, code = "task-over", detail = "It ended on 2026-12-05T12:00:00Z. Change its time first.")
    @Refuses(
            status = 409,
            code = "needs-unmet",
            detail = "It opens by itself when the tasks it needs are done. To open it now, change what it needs.")
    @Refuses(
            status = 409,
            code = "need-cancelled",
            detail = "A task that it needs was cancelled and will never be done. Name others that it needs, or none.")
    @Refuses(
            status = 409,
            code = "waits-for-review",
            detail =
                    "It has been published, and opens when somebody who may has looked at it. Its review says who can.")
    @Operation(operationId = "publishTask", summary = "Open a task for claims", description = """
                    Needs TASK_EDIT. A closed task opens again. One that needs others first is WAITING until they are done; one
                    of somebody on probation until it is released, unless who publishes it could release it.
                    """)
    public RestResponse<TaskView> publish(@RestPath UUID id) {
        return act(() -> tasks.publish(caller.get(), id));
    }

    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.TASKS_WRITE)
    @POST
    @Path("tasks/{id}/close")
    @Refuses(status = 409, code = "task-state", detail = "A task that is CANCELLED cannot be changed like this.")
    @Operation(
            operationId = "closeTask",
            summary = "Take no more claims",
            description = "Needs TASK_EDIT. Those who hold a place go on.")
    public RestResponse<TaskView> close(@RestPath UUID id) {
        return act(() -> tasks.close(caller.get(), id));
    }

    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.TASKS_WRITE)
    @POST
    @Path("tasks/{id}/cancel")
    @Refuses(status = 409, code = "task-state", detail = "A task that is CANCELLED cannot be changed like this.")
    @Operation(
            operationId = "cancelTask",
            summary = "Cancel a task",
            description = "Needs TASK_EDIT. Ends every hold without a result; what was done can still be verified.")
    public RestResponse<TaskView> cancel(@RestPath UUID id) {
        return act(() -> tasks.cancel(caller.get(), id));
    }

    private RestResponse<TaskView> act(Supplier<TaskView> verb) {
        return idempotent.done("", verb, TaskView::id, id -> tasks.show(caller.get(), id));
    }
}
