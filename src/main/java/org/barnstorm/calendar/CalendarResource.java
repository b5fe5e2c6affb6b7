package org.barnstorm.calendar;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
@Tag(
        name = "calendars",
        description = "Links by which calendar programs follow what one took on, or what a group does.")
class CalendarResource {
    private static final String EXAMPLE = "0199d6f0-5f3c-7c55-9d0a-2f3f84a1c7d2";
    private static final String OFF =
            "This service does not know its own public address, so that it can make no links. Ask whoever runs it.";

    private final CurrentCaller caller;
    private final CalendarService calendars;
    private final Pages pages;
    private final Idempotent idempotent;

    CalendarResource(CurrentCaller caller, CalendarService calendars, Pages pages, Idempotent idempotent) {
        this.caller = caller;
        this.calendars = calendars;
        this.pages = pages;
        this.idempotent = idempotent;
    }

    @POST
    @Path("me/calendars")
    @ResponseStatus(201)
    @Refuses(
            status = 409,
            code = "too-many-calendars",
            detail = "You have 20 calendars with a link, as many as there can be. Revoke one first.")
    @Refuses(status = 409, code = "calendars-off", detail = OFF)
    @Operation(operationId = "makeCalendar", summary = "Follow work in a calendar program", description = """
                    Of one's own commitments, or of what a group and those below it do for their whole movement. The answer has a
                    link, this once. Whoever has it reads the calendar without signing in, until it is revoked or replaced; never
                    more of a group's tasks than you see at that moment. A program that repeats the request with the same
                    key gets the calendar without the link.
                    """)
    public RestResponse<CalendarView> make(@Valid @NotNull NewCalendar wanted) {
        return idempotent.created(
                wanted,
                () -> calendars.make(caller.get(), wanted),
                CalendarView::id,
                id -> calendars.show(caller.get(), id));
    }

    @GET
    @Path("me/calendars")
    @Operation(
            operationId = "listMyCalendars",
            summary = "List my calendars",
            description = "One's own, the oldest first, revoked ones too; without their links.")
    public Page<CalendarView> mine(
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(calendars.mine(caller.get(), pages.window(limit, cursor)));
    }

    @POST
    @Path("me/calendars/{id}/rotate")
    @Refuses(
            status = 409,
            code = "calendar-revoked",
            detail = "This calendar was revoked on 2026-12-01T09:30:00Z. Make another.")
    @Refuses(status = 409, code = "calendars-off", detail = OFF)
    @Operation(operationId = "rotateCalendar", summary = "Give a calendar another link", description = """
                    For when somebody has the link who should not. From this answer on the former link leads nowhere; the new one
                    is told this once. Entries keep their ids, so that a program that is given the new link knows them again.
                    """)
    public RestResponse<CalendarView> rotate(
            @RestPath @Parameter(description = "Id of the calendar.", example = EXAMPLE) UUID id) {
        return idempotent.done(
                "",
                () -> calendars.rotate(caller.get(), id),
                CalendarView::id,
                again -> calendars.show(caller.get(), again));
    }

    @DELETE
    @Path("me/calendars/{id}")
    @Operation(
            operationId = "revokeCalendar",
            summary = "Revoke a calendar",
            description =
                    "From this answer on its link leads nowhere. What programs have already read they keep. Revoked again, it stays"
                            + " as it is.")
    public CalendarView revoke(@RestPath @Parameter(description = "Id of the calendar.", example = EXAMPLE) UUID id) {
        return calendars.revoke(caller.get(), id);
    }
}
