package org.barnstorm.task;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import java.util.function.Supplier;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.contract.Refuses;
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
@Tag(name = "results", description = "How it went: progress, completion, verification, and who did not come.")
class ResultResource {
    private final CurrentCaller caller;
    private final ResultService results;
    private final AssignmentService assignments;
    private final HoldService holds;
    private final Pages pages;
    private final Idempotent idempotent;

    ResultResource(
            CurrentCaller caller,
            ResultService results,
            AssignmentService assignments,
            HoldService holds,
            Pages pages,
            Idempotent idempotent) {
        this.caller = caller;
        this.results = results;
        this.assignments = assignments;
        this.holds = holds;
        this.pages = pages;
        this.idempotent = idempotent;
    }

    @PUT
    @Path("assignments/{id}/progress")
    @Refuses(status = 403, code = "not-yours", detail = "Only the person who holds the place can do this.")
    @Refuses(
            status = 409,
            code = "assignment-state",
            detail = "This hold is DONE, so its steps stay as they are. Read the assignment again.")
    @Refuses(
            status = 409,
            code = "lease-lost",
            detail = "You sent fence 3, but this hold has fence 4. Read the assignment again.")
    @Refuses(
            status = 409,
            code = "office-lost",
            detail = "This place was given to an office that you no longer hold. It goes to whoever holds it now.")
    @Operation(
            operationId = "saveProgress",
            summary = "Tick off steps",
            description = "Saves which steps of the task are done by now. Repeating it changes nothing.")
    public AssignmentView progress(@RestPath UUID id, @Valid @NotNull Progress progress) {
        return results.progress(caller.get(), id, progress);
    }

    @POST
    @Path("assignments/{id}/complete")
    @HoldersOwn
    @Refuses(
            status = 409,
            code = "office-lost",
            detail = "This place was given to an office that you no longer hold. It goes to whoever holds it now.")
    @Refuses(
            status = 422,
            code = "unknown-outcome",
            detail = "Work of the kind canvass turns out as one of doors-knocked, nobody-home.")
    @Operation(operationId = "completeAssignment", summary = "Say that it is done, and how it went", description = """
                    Needs the fence of the hold. Work of a kind takes an outcome of the kind's vocabulary; one that REOPENS ends the
                    hold as ATTEMPTED and frees the place. Otherwise it is DONE until somebody else verifies it, or VERIFIED at
                    once where the task's `verification` does not ask for that.
                    """)
    public RestResponse<AssignmentView> complete(@RestPath UUID id, @Valid @NotNull Completion completion) {
        return act(completion, () -> results.complete(caller.get(), id, completion));
    }

    @GET
    @Path("groups/{path}/verifications")
    @Operation(
            operationId = "listVerifications",
            summary = "List results that wait to be verified",
            description = "Of the group and those below it, oldest first, without one's own. Needs TASK_VERIFY, and"
                    + " ASSIGNMENT_READ to see them.")
    public Page<AssignmentView> toVerify(
            @RestPath GroupPath path,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(assignments.toVerify(caller.get(), path, pages.window(limit, cursor)));
    }

    @POST
    @Path("assignments/{id}/verify")
    @ByVerifier
    @Operation(
            operationId = "verifyAssignment",
            summary = "Accept what somebody did",
            description = "Needs TASK_VERIFY; never one's own.")
    public RestResponse<AssignmentView> verify(@RestPath UUID id) {
        return act("", () -> assignments.verify(caller.get(), id));
    }

    @POST
    @Path("assignments/{id}/reject")
    @ByVerifier
    @Operation(
            operationId = "rejectAssignment",
            summary = "Do not accept what somebody did",
            description = "Needs TASK_VERIFY; never one's own. The place is free again, the person reads the reason.")
    public RestResponse<AssignmentView> reject(@RestPath UUID id, @Valid @NotNull Rejection rejection) {
        return act(rejection, () -> assignments.reject(caller.get(), id, rejection));
    }

    @POST
    @Path("assignments/{id}/no-show")
    @Refuses(
            status = 403,
            code = "self-verification",
            detail = "Somebody else verifies what you did. Ask a lead or verifier.")
    @Refuses(
            status = 409,
            code = "not-scheduled",
            detail = "This work has no time at which one has to be there. If nobody does it, its lease runs out.")
    @Refuses(
            status = 409,
            code = "not-started",
            detail = "It starts on 2026-12-05T10:00:00Z. Report afterwards who is missing.")
    @Refuses(
            status = 409,
            code = "assignment-state",
            detail = "This hold is DONE, so it cannot become NO_SHOW. Read the assignment again.")
    @Refuses(
            status = 409,
            code = "lease-lost",
            detail = "This hold is RELEASED, so it cannot become NO_SHOW. Read the assignment again.")
    @Operation(
            operationId = "reportNoShow",
            summary = "Say that somebody did not come",
            description = "Needs TASK_VERIFY; for work with a time, after its start, and never of oneself. The place is"
                    + " free again, and it counts like a lapse.")
    public RestResponse<AssignmentView> noShow(@RestPath UUID id) {
        return act("", () -> assignments.noShow(caller.get(), id));
    }

    private RestResponse<AssignmentView> act(Object body, Supplier<AssignmentView> verb) {
        return idempotent.done(body, verb, AssignmentView::id, id -> holds.show(caller.get(), id));
    }
}
