package org.barnstorm.integration;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.authority.Follower;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.journal.Mark;
import org.barnstorm.platform.paging.SealedMarks;
import org.barnstorm.platform.security.ProgramTokens;
import org.barnstorm.platform.security.Scope;
import org.barnstorm.platform.security.Scoped;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/")
@RolesAllowed("member")
@Tag(name = "changes", description = "What changes, for those who keep a copy of something or react to it.")
class ChangeResource {
    private static final String FEED = "changes";
    private static final String NOW = "now";
    private static final String TYPES = "^[a-z]+(\\.[a-z-]+)?(,[a-z]+(\\.[a-z-]+)?)*$";
    private static final int AT_ONCE = 200;
    private static final String EVENTS = """
            id: MTE5OTk5OTk
            data: {"id": "0199d6f0-5f3c-7c55-9d0a-2f3f5d0c7c11", "type": "task.published", "gone": false}

            : so far
            id: MTIwMDAwMDA
            retry: 2000
            """;

    private final CurrentCaller caller;
    private final LongPoll poll;
    private final ChangeStream stream;
    private final ChangeEvents events;
    private final SealedMarks marks;

    ChangeResource(CurrentCaller caller, LongPoll poll, ChangeStream stream, ChangeEvents events, SealedMarks marks) {
        this.caller = caller;
        this.poll = poll;
        this.stream = stream;
        this.events = events;
        this.marks = marks;
    }

    @GET
    @Path("changes")
    @Blocking
    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.CHANGES_READ)
    @Operation(operationId = "readChanges", summary = "Follow what changes", description = """
                    Changes in a group and below it, in the order of commits; each thing's own changes in their order. Each
                    answer says where the next one goes on: keep that place once you have dealt with the changes, and nothing is
                    lost, though after a crash some come again. You get what your mandates show at the moment of sending: tasks,
                    holds, memberships, mandates and qualifications as in their lists. Needs JOURNAL_READ for everything, and
                    any mandate that reaches the group for something.
                    """)
    public Uni<ChangeList> read(
            @RestQuery @NotNull @Parameter(description = "This group and those below it.") GroupPath group,
            @RestQuery
                    @Parameter(
                            description =
                                    "`next` of the answer before; `now` to begin with what comes; left out to begin with the first.")
                    String since,
            @RestQuery
                    @Size(max = 500)
                    @Pattern(regexp = TYPES)
                    @Parameter(
                            description = "Only these: types of things or of changes, separated by commas.",
                            example = "task,assignment.verified")
                    String types,
            @RestQuery @DefaultValue("100") @Min(1) @Max(500) @Parameter(description = "So many changes at most.")
                    int limit,
            @RestQuery
                    @DefaultValue("0")
                    @Min(0)
                    @Max(30)
                    @Parameter(
                            description =
                                    "If there is nothing, wait so many seconds for it. The answer comes at once when there is.")
                    int wait) {
        var who = caller.follower();
        var asked = new Asked(group, kinds(types), mark(who, since), limit);
        return poll.read(who, asked, Duration.ofSeconds(wait))
                .map(reading -> new ChangeList(reading.changes(), sealed(who, reading.next()), reading.more()));
    }

    @GET
    @Path("changes/stream")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.CHANGES_READ)
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema =
                                    @Schema(
                                            implementation = String.class,
                                            description =
                                                    "Server-sent events; the data of each is a `Change`, on one line."),
                            examples = @ExampleObject(name = "a change and a heartbeat", value = EVENTS)))
    @Operation(operationId = "streamChanges", summary = "Have changes sent", description = """
                    The same changes as server-sent events: the data of a message is a change, and its id the place to go on
                    from, as `Last-Event-ID` here or as `since` of the other operation. A comment every 15 seconds keeps the
                    connection and the place. It ends with the token, after the seconds that are asked for, when this replica
                    ends, and with an event `end` when you may not follow any more. Needs JOURNAL_READ
                    for everything, and any mandate that reaches the group for something.
                    """)
    public Multi<OutboundSseEvent> stream(
            @RestQuery @NotNull @Parameter(description = "This group and those below it.") GroupPath group,
            @HeaderParam("Last-Event-ID")
                    @Parameter(
                            description =
                                    "Id of the last event that you dealt with; without one and without `since`, from now on.")
                    String lastEventId,
            @RestQuery @Parameter(description = "The same, where a client cannot send the header.") String since,
            @RestQuery
                    @Size(max = 500)
                    @Pattern(regexp = TYPES)
                    @Parameter(
                            description = "Only these: types of things or of changes, separated by commas.",
                            example = "task,assignment.verified")
                    String types,
            @RestQuery
                    @DefaultValue("3600")
                    @Min(1)
                    @Max(3600)
                    @Parameter(description = "End after so many seconds; with the token at the latest.")
                    int seconds,
            @Context Sse sse) {
        var who = caller.follower();
        var from = lastEventId != null ? lastEventId : since != null ? since : NOW;
        var asked = new Asked(group, kinds(types), mark(who, from), AT_ONCE);
        return events.of(stream.read(who, asked, Duration.ofSeconds(seconds)), sse, mark -> sealed(who, mark));
    }

    private String sealed(Follower who, Mark mark) {
        return marks.seal(FEED, who.subject(), mark.text());
    }

    private static Set<String> kinds(String types) {
        return types == null ? Set.of() : Arrays.stream(types.split(",")).collect(Collectors.toSet());
    }

    private Mark mark(Follower who, String since) {
        if (since == null) return Mark.START;
        return since.equals(NOW) ? null : Mark.of(marks.open(FEED, who.subject(), since));
    }
}
