package org.barnstorm.task;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.platform.paging.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/")
@RolesAllowed("member")
@Tag(name = "tasks")
class NeedResource {
    private final CurrentCaller caller;
    private final NeedService needs;

    NeedResource(CurrentCaller caller, NeedService needs) {
        this.caller = caller;
        this.needs = needs;
    }

    @GET
    @Path("tasks/{id}/needs")
    @Operation(
            operationId = "listNeeds",
            summary = "List what has to be done before a task opens",
            description = "At most 20, so that one page has them all.")
    public Page<NeedView> list(@RestPath UUID id) {
        return new Page<>(needs.of(caller.get(), id), null);
    }

    @PUT
    @Path("tasks/{id}/needs")
    @Refuses(status = 409, code = "task-state", detail = "A task that is OPEN cannot be made to wait.")
    @Refuses(
            status = 409,
            code = "needs-cycle",
            detail = "These tasks would wait for each other, and none of them would ever open. Leave out one step.")
    @Refuses(
            status = 409,
            code = "need-cancelled",
            detail = "A task that it needs was cancelled and will never be done. Name others that it needs, or none.")
    @Refuses(status = 422, code = "unknown-need", detail = "There is no such task in this movement that you may see.")
    @Operation(operationId = "setNeeds", summary = "Say what has to be done before a task opens", description = """
                    Needs TASK_EDIT at the group of the task, which is DRAFT or WAITING. Those that it needs can be in any
                    group of the movement, if you may see them. Published before they are done, it is WAITING, and opens by
                    itself.
                    """)
    public TaskView change(@RestPath UUID id, @Valid @NotNull NewNeeds wanted) {
        return needs.change(caller.get(), id, wanted);
    }
}
