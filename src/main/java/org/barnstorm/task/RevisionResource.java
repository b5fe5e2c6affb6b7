package org.barnstorm.task;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.platform.idempotency.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@RolesAllowed("member")
@Tag(name = "assignments")
class RevisionResource {
    private final CurrentCaller caller;
    private final RevisionService revisions;
    private final HoldService holds;
    private final Idempotent idempotent;

    RevisionResource(CurrentCaller caller, RevisionService revisions, HoldService holds, Idempotent idempotent) {
        this.caller = caller;
        this.revisions = revisions;
        this.holds = holds;
        this.idempotent = idempotent;
    }

    @GET
    @Path("assignments/{id}/changes")
    @Operation(operationId = "getChanges", summary = "Show what changed since I took it", description = """
                    Each field that has another value now than in the revision the hold is pinned to; for the instructions a
                    diff of lines. Who holds the place sees it, and who may see the hold.
                    """)
    public Changes changes(@RestPath UUID id) {
        return revisions.changes(caller.get(), id);
    }

    @POST
    @Path("assignments/{id}/acknowledge")
    @Refuses(status = 403, code = "not-yours", detail = "Only the person who holds the place can do this.")
    @Refuses(
            status = 409,
            code = "assignment-state",
            detail = "This hold is DONE, so there is nothing to acknowledge. Read the assignment again.")
    @Refuses(
            status = 409,
            code = "lease-lost",
            detail = "You sent fence 3, but this hold has fence 4. Read the assignment again.")
    @Refuses(
            status = 409,
            code = "changed-again",
            detail = "You have read revision 2, but the task is at revision 3 by now. Read the changes again.")
    @Operation(operationId = "acknowledgeChanges", summary = "Go on with what has changed", description = """
                    For the holder: the hold is pinned to the task's current revision. Until then it is `outdated` and can be
                    given back without counting as a late release.
                    """)
    public RestResponse<AssignmentView> acknowledge(@RestPath UUID id, @Valid @NotNull Acknowledgement read) {
        return idempotent.done(
                read,
                () -> revisions.acknowledge(caller.get(), id, read),
                AssignmentView::id,
                same -> holds.show(caller.get(), same));
    }
}
