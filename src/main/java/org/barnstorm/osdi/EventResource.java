package org.barnstorm.osdi;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.platform.paging.Leaf;
import org.barnstorm.platform.security.ProgramTokens;
import org.barnstorm.platform.security.Scope;
import org.barnstorm.platform.security.Scoped;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/")
@RolesAllowed("member")
@Tag(name = "osdi")
class EventResource {
    private final CurrentCaller caller;
    private final EventService events;

    EventResource(CurrentCaller caller, EventService events) {
        this.caller = caller;
        this.events = events;
    }

    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.TASKS_READ)
    @GET
    @Path("osdi/v1/events")
    @Produces({Words.HAL, Words.JSON})
    @Refuses(status = 400, code = "unsupported-filter", detail = Words.BAD_FILTER)
    @Operation(
            operationId = "osdiListEvents",
            summary = "List events as OSDI has them",
            description =
                    "Tasks with a time and a place that you see, without drafts, in the order in which they were made.")
    public EventsView list(
            @RestQuery @DefaultValue("1") @Min(1) @Max(Leaf.LAST) @Parameter(description = Words.PAGE) int page,
            @RestQuery("per_page") @DefaultValue("25") @Min(1) @Parameter(description = Words.PER_PAGE) int perPage,
            @RestQuery
                    @Size(max = Filter.LONGEST)
                    @Parameter(description = Words.FILTER, example = "modified_date gt '2026-11-21'")
                    String filter) {
        return events.list(caller.get(), page, perPage, filter);
    }

    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.TASKS_READ)
    @GET
    @Path("osdi/v1/events/{id}")
    @Produces({Words.HAL, Words.JSON})
    @Operation(
            operationId = "osdiShowEvent",
            summary = "Show an event as OSDI has it",
            description = "A task with a time and a place that you see.")
    public EventView show(@RestPath @Parameter(description = Words.EVENT, example = Words.EXAMPLE) UUID id) {
        return events.show(caller.get(), id);
    }

    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.TASKS_READ)
    @GET
    @Path("osdi/v1/tags")
    @Produces({Words.HAL, Words.JSON})
    @Refuses(status = 400, code = "unsupported-filter", detail = Words.BAD_FILTER)
    @Operation(
            operationId = "osdiListTags",
            summary = "List tags as OSDI has them",
            description = "Campaigns that you see. They label events, and nobody can put one on a person.")
    public TagsView tags(
            @RestQuery @DefaultValue("1") @Min(1) @Max(Leaf.LAST) @Parameter(description = Words.PAGE) int page,
            @RestQuery("per_page") @DefaultValue("25") @Min(1) @Parameter(description = Words.PER_PAGE) int perPage,
            @RestQuery
                    @Size(max = Filter.LONGEST)
                    @Parameter(description = Words.FILTER, example = "modified_date gt '2026-11-21'")
                    String filter) {
        return events.tags(caller.get(), page, perPage, filter);
    }

    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.TASKS_READ)
    @GET
    @Path("osdi/v1/tags/{id}")
    @Produces({Words.HAL, Words.JSON})
    @Operation(
            operationId = "osdiShowTag",
            summary = "Show a tag as OSDI has it",
            description = "A campaign that you see.")
    public TagView tag(@RestPath @Parameter(description = Words.TAG, example = Words.EXAMPLE) UUID id) {
        return events.tag(caller.get(), id);
    }
}
