package org.barnstorm.task;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.platform.idempotency.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@RolesAllowed("member")
@Tag(name = "undo", description = "Undoing what one person did since a moment.")
class UndoResource {
    private static final String NOT_OWN =
            "Nobody undoes their own work. Give back what you hold, or ask another organiser.";

    private final CurrentCaller caller;
    private final UndoService undos;
    private final Idempotent idempotent;

    UndoResource(CurrentCaller caller, UndoService undos, Idempotent idempotent) {
        this.caller = caller;
        this.undos = undos;
        this.idempotent = idempotent;
    }

    @GET
    @Path("groups/{path}/undo")
    @Refuses(status = 403, code = "self-undo", detail = NOT_OWN)
    @Operation(operationId = "previewUndo", summary = "Show what would be undone", description = """
                    What one person did in the group and those below it since a moment, and what still stands of it: places they
                    took and hold, results, and verifications of others' results. Needs WORK_UNDO, and ASSIGNMENT_READ to see it;
                    never of oneself. Nothing happens.
                    """)
    public UndoPreview preview(
            @RestPath GroupPath path,
            @RestQuery @NotNull @Parameter(description = "Whose work.", required = true) UUID member,
            @RestQuery
                    @NotNull
                    @Parameter(description = "Since when, in UTC.", required = true, example = "2026-11-21T09:30:00Z")
                    Instant since) {
        return undos.preview(caller.get(), path, member, since);
    }

    @POST
    @Path("groups/{path}/undo")
    @ResponseStatus(201)
    @Refuses(status = 403, code = "self-undo", detail = NOT_OWN)
    @Refuses(
            status = 409,
            code = "preview-stale",
            detail = "This is not what the preview showed: something was done or undone since. Look at it again.")
    @Operation(operationId = "undoWork", summary = "Undo what one person did", description = """
                    Needs WORK_UNDO; never of oneself. Cancels the holds, undoes the results and takes back the verifications that
                    the preview showed, all of them or nothing. Up to 500 at a time; `left` says how many there are besides.
                    """)
    public RestResponse<UndoView> undo(@RestPath GroupPath path, @Valid @NotNull NewUndo wanted) {
        return idempotent.created(
                wanted, () -> undos.undo(caller.get(), path, wanted), UndoView::id, id -> undos.show(caller.get(), id));
    }
}
