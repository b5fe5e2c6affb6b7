package org.barnstorm.practice.session;

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
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.platform.idempotency.Idempotent;
import org.barnstorm.platform.paging.Page;
import org.barnstorm.platform.paging.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@RolesAllowed("member")
@Tag(name = "live sessions", description = "Meetings at which learners do a module of a course.")
class LiveSessionResource {
    private final CurrentCaller caller;
    private final LiveSessionService sessions;
    private final AttendanceService attendances;
    private final Pages pages;
    private final Idempotent idempotent;

    LiveSessionResource(
            CurrentCaller caller,
            LiveSessionService sessions,
            AttendanceService attendances,
            Pages pages,
            Idempotent idempotent) {
        this.caller = caller;
        this.sessions = sessions;
        this.attendances = attendances;
        this.pages = pages;
        this.idempotent = idempotent;
    }

    @POST
    @Path("courses/{id}/live-sessions")
    @ResponseStatus(201)
    @Refuses(status = 409, code = "task-over", detail = "It ended on 2026-11-20T20:00:00Z. Change its time first.")
    @Refuses(status = 422, code = "outside-course", detail = "This course cannot be taken in uk.north-west.")
    @Refuses(
            status = 422,
            code = "unknown-module",
            detail = "The newest version of the course has no module \"evening\" of the kind LIVE_SESSION.")
    @Operation(operationId = "planLiveSession", summary = "Plan a live session", description = """
                    Needs COMPLETION_RECORD at the group that holds it. It makes a task and opens it: people sign up by claiming
                    a place of it, wait for one, and give it back as with every task.
                    """)
    public RestResponse<LiveSessionView> plan(@RestPath UUID id, @Valid @NotNull NewLiveSession wanted) {
        return idempotent.created(
                wanted,
                () -> sessions.plan(caller.get(), id, wanted),
                LiveSessionView::id,
                again -> sessions.show(caller.get(), again));
    }

    @GET
    @Path("courses/{id}/live-sessions")
    @Operation(
            operationId = "listLiveSessions",
            summary = "List the live sessions of a course",
            description = "Those that are to come or go on and that one sees, the soonest first.")
    public Page<LiveSessionView> list(
            @RestPath UUID id,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(sessions.upcoming(caller.get(), id, pages.window(limit, cursor)));
    }

    @GET
    @Path("live-sessions/{id}")
    @Operation(
            operationId = "getLiveSession",
            summary = "Show a live session",
            description =
                    "For whoever sees its task, and for trainers of its group. The link is for them and who has a place.")
    public LiveSessionView show(@RestPath UUID id) {
        return sessions.show(caller.get(), id);
    }

    @POST
    @Path("live-sessions/{id}/cancel")
    @Refuses(status = 409, code = "task-state", detail = "A task that is CANCELLED cannot be cancelled.")
    @Operation(
            operationId = "cancelLiveSession",
            summary = "Cancel a live session",
            description = "Needs COMPLETION_RECORD at its group. Its task is cancelled, and all places in it.")
    public RestResponse<LiveSessionView> cancel(@RestPath UUID id) {
        return idempotent.done(
                "",
                () -> sessions.cancel(caller.get(), id),
                LiveSessionView::id,
                again -> sessions.show(caller.get(), again));
    }

    @GET
    @Path("live-sessions/{id}/attendees")
    @Operation(
            operationId = "listAttendees",
            summary = "List who signed up",
            description = "Needs COMPLETION_RECORD at its group. With what was said of each.")
    public Page<AttendeeView> attendees(
            @RestPath UUID id,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(attendances.list(caller.get(), id, pages.window(limit, cursor)));
    }

    @PUT
    @Path("live-sessions/{id}/attendees/{memberId}")
    @Refuses(
            status = 403,
            code = "self-completion",
            detail = "Somebody else records that you completed a course. Ask a trainer of the group.")
    @Refuses(
            status = 409,
            code = "attendance-recorded",
            detail = "They were there, it says, and that may have made their step done. Send the step back instead.")
    @Refuses(
            status = 409,
            code = "no-place",
            detail = "They had no place when it began. If they were there all the same, accept their step by hand.")
    @Refuses(
            status = 409,
            code = "not-started",
            detail = "It starts on 2026-12-05T18:00:00Z. Say afterwards who was there.")
    @Operation(operationId = "recordAttendance", summary = "Say whether somebody was there", description = """
                    Needs COMPLETION_RECORD at its group; never of oneself. PRESENT makes the step done of who takes the course
                    in that group or below it, and their hold of the place with it. ABSENT frees what they still hold, and counts
                    like a lapse; it can be put right. Said again, nothing changes, but who has enrolled since gets their step;
                    a step that was sent back since stays so.
                    """)
    public AttendeeView record(
            @RestPath UUID id,
            @RestPath @Parameter(description = "Who.") UUID memberId,
            @Valid @NotNull NewAttendance said) {
        return attendances.record(caller.get(), id, memberId, said);
    }
}
