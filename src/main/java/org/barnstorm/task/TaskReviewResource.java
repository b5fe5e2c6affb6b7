package org.barnstorm.task;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import java.util.function.Supplier;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.platform.http.IfMatch;
import org.barnstorm.platform.idempotency.Idempotent;
import org.barnstorm.platform.paging.Page;
import org.barnstorm.platform.paging.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@RolesAllowed("member")
@Tag(name = "tasks")
class TaskReviewResource {
    private final CurrentCaller caller;
    private final TaskReviewService reviews;
    private final TaskService tasks;
    private final Pages pages;
    private final Idempotent idempotent;

    TaskReviewResource(
            CurrentCaller caller, TaskReviewService reviews, TaskService tasks, Pages pages, Idempotent idempotent) {
        this.caller = caller;
        this.reviews = reviews;
        this.tasks = tasks;
        this.pages = pages;
        this.idempotent = idempotent;
    }

    @GET
    @Path("tasks/{id}/review")
    @Operation(operationId = "getTaskReview", summary = "Show whether somebody has looked at a task", description = """
                    For tasks of people on probation: who can release it, or why it was sent back. Needs TASK_EDIT or
                    TASK_REVIEW at the group, unless one made the task. Of other tasks there is none.
                    """)
    public TaskReviewView show(@RestPath UUID id) {
        return reviews.show(caller.get(), id);
    }

    @GET
    @Path("groups/{path}/reviews")
    @Operation(
            operationId = "listTaskReviews",
            summary = "List tasks that wait to be released",
            description = "Needs TASK_REVIEW. Those of the group and of the groups below it, the oldest first.")
    public Page<TaskView> waiting(
            @RestPath GroupPath path,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(reviews.waiting(caller.get(), path, pages.window(limit, cursor)));
    }

    @POST
    @Path("tasks/{id}/release")
    @Refuses(
            status = 403,
            code = "self-review",
            detail = "Somebody else than who made a task looks at it before it opens.")
    @Refuses(
            status = 409,
            code = "not-in-review",
            detail = "This task does not wait for anybody to look at it. Read it again.")
    @Refuses(status = 409, code = "task-over", detail = "It ended on 2026-12-05T12:00:00Z. Change its time first.")
    @Operation(operationId = "releaseTask", summary = "Let a task of somebody on probation open", description = """
                    Needs TASK_REVIEW, and the ETag of the version that you read: nobody releases what was changed meanwhile. It
                    opens at once, or when the tasks it needs are done.
                    """)
    public RestResponse<TaskView> release(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Parameter(description = "ETag of the version you read.", example = "\"1\"")
                    String ifMatch) {
        return act("release " + ifMatch, () -> reviews.release(caller.get(), id, IfMatch.of(ifMatch)));
    }

    @POST
    @Path("tasks/{id}/return")
    @Refuses(
            status = 403,
            code = "self-review",
            detail = "Somebody else than who made a task looks at it before it opens.")
    @Refuses(
            status = 409,
            code = "not-in-review",
            detail = "This task does not wait for anybody to look at it. Read it again.")
    @Operation(
            operationId = "returnTask",
            summary = "Send a task of somebody on probation back",
            description =
                    "Needs TASK_REVIEW. It is a draft again; who made it reads why, and can publish it once more.")
    public RestResponse<TaskView> sendBack(@RestPath UUID id, @Valid @NotNull Returning back) {
        return act(back, () -> reviews.sendBack(caller.get(), id, back));
    }

    private RestResponse<TaskView> act(Object body, Supplier<TaskView> verb) {
        return idempotent.done(body, verb, TaskView::id, id -> tasks.show(caller.get(), id));
    }
}
