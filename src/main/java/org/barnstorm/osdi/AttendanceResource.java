package org.barnstorm.osdi;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.platform.idempotency.Idempotent;
import org.barnstorm.platform.paging.Leaf;
import org.barnstorm.platform.security.ProgramTokens;
import org.barnstorm.platform.security.Scope;
import org.barnstorm.platform.security.Scoped;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@RolesAllowed("member")
@Tag(name = "osdi")
class AttendanceResource {
    private final CurrentCaller caller;
    private final AttendanceService attendances;
    private final Idempotent idempotent;

    AttendanceResource(CurrentCaller caller, AttendanceService attendances, Idempotent idempotent) {
        this.caller = caller;
        this.attendances = attendances;
        this.idempotent = idempotent;
    }

    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.TASKS_READ)
    @GET
    @Path("osdi/v1/events/{id}/attendances")
    @Produces({Words.HAL, Words.JSON})
    @Refuses(status = 400, code = "unsupported-filter", detail = Words.BAD_FILTER)
    @Operation(
            operationId = "osdiListAttendances",
            summary = "List attendances as OSDI has them",
            description = "Needs ASSIGNMENT_READ. Who has or had a place in an event, by their ids and without names.")
    public AttendancesView list(
            @RestPath @Parameter(description = Words.EVENT, example = Words.EXAMPLE) UUID id,
            @RestQuery @DefaultValue("1") @Min(1) @Max(Leaf.LAST) @Parameter(description = Words.PAGE) int page,
            @RestQuery("per_page") @DefaultValue("25") @Min(1) @Parameter(description = Words.PER_PAGE) int perPage,
            @RestQuery
                    @Size(max = Filter.LONGEST)
                    @Parameter(description = Words.FILTER, example = "modified_date gt '2026-11-21'")
                    String filter) {
        return attendances.list(caller.get(), id, page, perPage, filter);
    }

    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.TASKS_READ)
    @GET
    @Path("osdi/v1/events/{id}/attendances/{attendance}")
    @Produces({Words.HAL, Words.JSON})
    @Operation(
            operationId = "osdiShowAttendance",
            summary = "Show an attendance as OSDI has it",
            description = "Needs ASSIGNMENT_READ.")
    public AttendanceView show(
            @RestPath @Parameter(description = Words.EVENT, example = Words.EXAMPLE) UUID id,
            @RestPath @Parameter(description = Words.ATTENDANCE, example = Words.EXAMPLE) UUID attendance) {
        return attendances.show(caller.get(), id, attendance);
    }

    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.ASSIGNMENTS_WRITE)
    @POST
    @Path("osdi/v1/events/{id}/attendances")
    @Consumes({Words.JSON, Words.HAL})
    @Produces({Words.HAL, Words.JSON})
    @Refuses(status = 409, code = "task-not-open", detail = "This task is CLOSED, so its places cannot be taken.")
    @Refuses(status = 409, code = "task-over", detail = "This task ended on 2026-12-05T12:00:00Z.")
    @Refuses(
            status = 409,
            code = "task-full",
            detail = "All 5 places are taken. Take one of the alternatives, or look again: places are given back.")
    @Refuses(
            status = 409,
            code = "not-a-member",
            detail = "Only active members of uk.south-east.brighton-pavilion can. Join it first.")
    @Refuses(status = 409, code = "not-qualified", detail = "This needs the course \"Organiser 101\" first.")
    @Refuses(status = 409, code = "not-invited", detail = "This task is for people who were invited. Ask who made it.")
    @Refuses(status = 409, code = "already-assigned", detail = "They have a place in this task already.")
    @Refuses(
            status = 409,
            code = "not-here-yet",
            detail = "They have not taken the invitation yet. Ask them again when they are a member.")
    @Refuses(status = 429, code = "budget-spent", detail = Words.SPENT)
    @Operation(
            operationId = "osdiRecordAttendance",
            summary = "Ask somebody to an event as OSDI's attendance helper does",
            description =
                    "Needs TASK_ASSIGN, and ASSIGNMENT_READ. Offers a place in the event: it is `needs action` until the person says yes in their own app, whatever status was sent. Who has a place already is asked nothing, and the answer is that place.")
    public RestResponse<AttendanceView> ask(
            @RestPath @Parameter(description = Words.EVENT, example = Words.EXAMPLE) UUID id,
            @Valid @NotNull AttendanceBody wanted) {
        return idempotent.done(
                wanted,
                () -> attendances.ask(caller.get(), id, wanted),
                AttendanceView::id,
                attendance -> attendances.show(caller.get(), id, attendance));
    }
}
