package org.barnstorm.task;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.platform.paging.Page;
import org.barnstorm.platform.paging.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/")
@RolesAllowed("member")
@Tag(name = "tasks")
class TaskInvitationResource {
    private final CurrentCaller caller;
    private final TaskInvitationService invitations;
    private final Pages pages;

    TaskInvitationResource(CurrentCaller caller, TaskInvitationService invitations, Pages pages) {
        this.caller = caller;
        this.invitations = invitations;
        this.pages = pages;
    }

    @PUT
    @Path("tasks/{id}/invitations")
    @Refuses(
            status = 403,
            code = "no-mandate",
            detail = "You hold no mandate for TASK_ASSIGN in uk.south-east.brighton-pavilion.")
    @Refuses(
            status = 422,
            code = "unknown-member",
            detail = "There are no such members: [0199d6f0-5f3c-7c55-9d0a-2f3f5d0c7c11]. Nobody was invited.")
    @Refuses(
            status = 429,
            code = "budget-spent",
            detail =
                    "You have 20 a day of people offered a place, or invited to a task, 18 are used, and this is 5 more. It refills at 2026-11-22T00:00:00Z.")
    @Operation(
            operationId = "inviteToTask",
            summary = "Invite people to a task",
            description =
                    "Needs TASK_ASSIGN. They see the task while it is open and may claim it, whoever its audience is;"
                            + " who is invited already stays so.")
    public void invite(@RestPath UUID id, @Valid @NotNull TaskInvitations wanted) {
        invitations.invite(caller.get(), id, wanted);
    }

    @DELETE
    @Path("tasks/{id}/invitations/{member}")
    @Refuses(
            status = 403,
            code = "no-mandate",
            detail = "You hold no mandate for TASK_ASSIGN in uk.south-east.brighton-pavilion.")
    @Operation(
            operationId = "withdrawTaskInvitation",
            summary = "Withdraw an invitation to a task",
            description = "Needs TASK_ASSIGN. Who holds a place already keeps it.")
    public void withdraw(@RestPath UUID id, @RestPath UUID member) {
        invitations.withdraw(caller.get(), id, member);
    }

    @GET
    @Path("tasks/{id}/invitations")
    @Refuses(
            status = 403,
            code = "no-mandate",
            detail = "You hold no mandate for TASK_ASSIGN in uk.south-east.brighton-pavilion.")
    @Refuses(
            status = 429,
            code = "budget-spent",
            detail =
                    "You have 30 a day of different people looked at, 30 are used, and this is 1 more. It refills at 2026-11-22T00:00:00Z.")
    @Operation(
            operationId = "listTaskInvitations",
            summary = "List who is invited to a task",
            description = "Needs TASK_ASSIGN.")
    public Page<TaskInvitationView> list(
            @RestPath UUID id,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(invitations.list(caller.get(), id, pages.window(limit, cursor)));
    }
}
