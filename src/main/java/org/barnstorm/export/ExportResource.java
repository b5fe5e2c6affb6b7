package org.barnstorm.export;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.member.ExportedMember;
import org.barnstorm.platform.security.ProgramTokens;
import org.barnstorm.platform.security.Scope;
import org.barnstorm.platform.security.Scoped;
import org.barnstorm.task.ExportedAssignment;
import org.barnstorm.task.ExportedOutcome;
import org.barnstorm.task.ExportedTask;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/")
@RolesAllowed("member")
@Tag(name = "exports", description = "What lists show, in one file: CSV, or a JSON object in each line.")
class ExportResource {
    private static final String BELOW = "With the groups below it.";
    private static final String FILE = "Content-Disposition";
    private static final String FILE_MEANING = "Name for the file.";

    private final CurrentCaller caller;
    private final ExportStream exports;

    ExportResource(CurrentCaller caller, ExportStream exports) {
        this.caller = caller;
        this.exports = exports;
    }

    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.MEMBERS_READ)
    @GET
    @Path("groups/{path}/exports/members")
    @Produces({Format.TEXT_CSV, Format.LINES_OF_JSON})
    @RefusesExports
    @APIResponse(
            responseCode = "200",
            headers = @Header(name = FILE, description = FILE_MEANING, schema = @Schema(type = SchemaType.STRING)),
            content = {
                @Content(mediaType = Format.LINES_OF_JSON, schema = @Schema(implementation = ExportedMember.class)),
                @Content(mediaType = Format.TEXT_CSV, schema = @Schema(implementation = ExportedMember.class))
            })
    @Operation(operationId = "exportMembers", summary = "Take out who is a member", description = """
                    Active members as listMembers shows them: first names and initials. Needs MEMBER_READ. Everybody in it counts
                    as looked at today; if they are more than your day has left, it is refused as a whole.
                    """)
    public Response members(
            @RestPath GroupPath path,
            @RestQuery @DefaultValue("false") @Parameter(description = BELOW) boolean below,
            @Context HttpHeaders headers) {
        return answer(Kind.MEMBERS, path, below, headers);
    }

    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.TASKS_READ)
    @GET
    @Path("groups/{path}/exports/tasks")
    @Produces({Format.TEXT_CSV, Format.LINES_OF_JSON})
    @RefusesExports
    @APIResponse(
            responseCode = "200",
            headers = @Header(name = FILE, description = FILE_MEANING, schema = @Schema(type = SchemaType.STRING)),
            content = {
                @Content(mediaType = Format.LINES_OF_JSON, schema = @Schema(implementation = ExportedTask.class)),
                @Content(mediaType = Format.TEXT_CSV, schema = @Schema(implementation = ExportedTask.class))
            })
    @Operation(operationId = "exportTasks", summary = "Take out tasks", description = """
                    Needs ASSIGNMENT_READ, by a mandate that is not limited to some tasks, and TASK_EDIT for drafts.
                    """)
    public Response tasks(
            @RestPath GroupPath path,
            @RestQuery @DefaultValue("false") @Parameter(description = BELOW) boolean below,
            @Context HttpHeaders headers) {
        return answer(Kind.TASKS, path, below, headers);
    }

    @GET
    @Path("groups/{path}/exports/assignments")
    @Produces({Format.TEXT_CSV, Format.LINES_OF_JSON})
    @RefusesExports
    @APIResponse(
            responseCode = "200",
            headers = @Header(name = FILE, description = FILE_MEANING, schema = @Schema(type = SchemaType.STRING)),
            content = {
                @Content(mediaType = Format.LINES_OF_JSON, schema = @Schema(implementation = ExportedAssignment.class)),
                @Content(mediaType = Format.TEXT_CSV, schema = @Schema(implementation = ExportedAssignment.class))
            })
    @Operation(operationId = "exportAssignments", summary = "Take out who holds or held places", description = """
                    As listAssignments shows them. Needs ASSIGNMENT_READ, by a mandate that is not limited to some tasks. Everybody
                    in it counts as looked at today; if they are more than your day has left, it is refused as a whole.
                    """)
    public Response assignments(
            @RestPath GroupPath path,
            @RestQuery @DefaultValue("false") @Parameter(description = BELOW) boolean below,
            @Context HttpHeaders headers) {
        return answer(Kind.ASSIGNMENTS, path, below, headers);
    }

    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.TASKS_READ)
    @GET
    @Path("groups/{path}/exports/outcomes")
    @Produces({Format.TEXT_CSV, Format.LINES_OF_JSON})
    @RefusesExports
    @APIResponse(
            responseCode = "200",
            headers = @Header(name = FILE, description = FILE_MEANING, schema = @Schema(type = SchemaType.STRING)),
            content = {
                @Content(mediaType = Format.LINES_OF_JSON, schema = @Schema(implementation = ExportedOutcome.class)),
                @Content(mediaType = Format.TEXT_CSV, schema = @Schema(implementation = ExportedOutcome.class))
            })
    @Operation(operationId = "exportOutcomes", summary = "Take out what came of the work", description = """
                    For adding up: what came of each hold that has an outcome, and not whose it was. Needs ASSIGNMENT_READ, by a
                    mandate that is not limited to some tasks.
                    """)
    public Response outcomes(
            @RestPath GroupPath path,
            @RestQuery @DefaultValue("false") @Parameter(description = BELOW) boolean below,
            @Context HttpHeaders headers) {
        return answer(Kind.OUTCOMES, path, below, headers);
    }

    private Response answer(Kind kind, GroupPath path, boolean below, HttpHeaders headers) {
        // Before anything is counted: the framework would look at it with the answer.
        var format = accepted(headers).orElseThrow(NotAcceptableException::new);
        var order = new Order(kind, format, path, below);
        return Response.ok(exports.begin(caller.follower(), order), format.type())
                .header(FILE, "attachment; filename=\"" + order.fileName() + "\"")
                .build();
    }

    private static Optional<Format> accepted(HttpHeaders headers) {
        try {
            return Format.accepted(headers.getAcceptableMediaTypes());
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no media type that there could be
        }
    }
}
