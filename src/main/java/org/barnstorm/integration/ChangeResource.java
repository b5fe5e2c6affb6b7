package org.barnstorm.integration;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/")
@RolesAllowed("member")
@Tag(name = "changes", description = "What changes, for those who keep a copy of something or react to it.")
class ChangeResource {
    private static final String FEED = "changes";
    private static final String NOW = "now";

    private final CurrentCaller caller;
    private final LongPoll poll;
    private final SealedMarks marks;

    ChangeResource(CurrentCaller caller, LongPoll poll, SealedMarks marks) {
        this.caller = caller;
        this.poll = poll;
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
                    @Pattern(regexp = "[a-z]+(\\.[a-z-]+)?(,[a-z]+(\\.[a-z-]+)?)*")
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
                            description = "If there is nothing, wait so many seconds for it. The answer comes at once when there is.")
                    int wait) {
        var who = caller.follower();
        var asked = new Asked(group, kinds(types), mark(who, since), limit);
        return poll.read(who, asked, Duration.ofSeconds(wait))
                .map(reading -> new ChangeList(
                        reading.changes(),
                        marks.seal(FEED, who.subject(), reading.next().text()),
                        reading.more()));
    }

    private static Set<String> kinds(String types) {
        return types == null ? Set.of() : Arrays.stream(types.split(",")).collect(Collectors.toSet());
    }

    private Mark mark(Follower who, String since) {
        if (since == null) return Mark.START;
        return since.equals(NOW) ? null : Mark.of(marks.open(FEED, who.subject(), since));
    }
}
