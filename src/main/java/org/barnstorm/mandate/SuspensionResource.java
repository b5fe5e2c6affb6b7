package org.barnstorm.mandate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.member.AboutSomebody;
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
@Tag(name = "suspensions", description = "Keeping somebody from acting for a time.")
class SuspensionResource {
    private static final String NOT_OWN = "Nobody suspends themselves. Give up your mandates instead.";

    private final CurrentCaller caller;
    private final SuspensionService suspensions;
    private final SuspensionDesk desk;
    private final Pages pages;
    private final Idempotent idempotent;

    SuspensionResource(
            CurrentCaller caller,
            SuspensionService suspensions,
            SuspensionDesk desk,
            Pages pages,
            Idempotent idempotent) {
        this.caller = caller;
        this.suspensions = suspensions;
        this.desk = desk;
        this.pages = pages;
        this.idempotent = idempotent;
    }

    @GET
    @Path("groups/{path}/suspension-preview")
    @Refuses(status = 403, code = "self-suspension", detail = NOT_OWN)
    @AboutSomebody
    @Operation(operationId = "previewSuspension", summary = "Show what a suspension would do", description = """
                    The mandates that would rest, and the open tasks that would go to the nearest lead. Needs MEMBER_MANAGE and
                    MANDATE_REVOKE at the group. Nothing happens.
                    """)
    public TakeoverPreview preview(
            @RestPath GroupPath path,
            @RestQuery @NotNull @Parameter(description = "Whom it concerns.", required = true) UUID member) {
        return suspensions.preview(caller.get(), path, member);
    }

    @POST
    @Path("groups/{path}/suspensions")
    @ResponseStatus(201)
    @Refuses(status = 403, code = "self-suspension", detail = NOT_OWN)
    @Refuses(
            status = 403,
            code = "own-grantor",
            detail = "Your own authority comes from theirs. Ask a lead above both of you.")
    @Refuses(status = 409, code = "already-suspended", detail = "They are suspended here already.")
    @Refuses(
            status = 409,
            code = "preview-stale",
            detail = "This is not what the preview showed: something was done or undone since. Look at it again.")
    @Refuses(status = 422, code = "term-backwards", detail = "A suspension ends after it begins, and not in the past.")
    @Refuses(status = 422, code = "suspension-too-long", detail = "A suspension lasts 90 days at most.")
    @AboutSomebody
    @Operation(operationId = "suspendMember", summary = "Keep somebody from acting for a time", description = """
                    In the group and everything below it: their memberships rest, and their mandates with what was delegated
                    from them; once this has answered, nothing relies on these any more. The open tasks that they look after
                    go to the nearest lead. It ends by itself, and then, or when it is lifted, everything is as it was.
                    Needs MEMBER_MANAGE and MANDATE_REVOKE at the group.
                    """)
    public RestResponse<SuspensionView> suspend(@RestPath GroupPath path, @Valid @NotNull NewSuspension wanted) {
        return idempotent.created(
                wanted,
                () -> suspensions.suspend(caller.get(), path, wanted),
                SuspensionView::id,
                id -> desk.show(caller.get(), id));
    }

    @GET
    @Path("groups/{path}/suspensions")
    @Operation(
            operationId = "listSuspensions",
            summary = "List the suspensions of a part of the tree",
            description = "Needs MEMBER_MANAGE at the group. With those below it; past ones too.")
    public Page<SuspensionView> list(
            @RestPath GroupPath path,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(desk.list(caller.get(), path, pages.window(limit, cursor)));
    }

    @GET
    @Path("suspensions/{id}")
    @Operation(
            operationId = "getSuspension",
            summary = "Show a suspension",
            description = "One's own, or with MEMBER_MANAGE at its group. It names to whom one can appeal.")
    public SuspensionView show(@RestPath UUID id) {
        return desk.show(caller.get(), id);
    }

    @POST
    @Path("suspensions/{id}/lift")
    @Refuses(status = 403, code = "self-suspension", detail = "Nobody lifts the suspension of themselves.")
    @Refuses(status = 403, code = "ended-above", detail = "A lead further up has decided this. Ask them to lift it.")
    @Refuses(status = 409, code = "suspension-over", detail = "This suspension is over already.")
    @Operation(operationId = "liftSuspension", summary = "Lift a suspension", description = """
                    Everything is as it was: memberships, mandates, and who looks after the tasks unless they have gone on to
                    somebody else. Needs MEMBER_MANAGE and MANDATE_REVOKE at its group, and that no lead further up decided it.
                    """)
    public RestResponse<SuspensionView> lift(@RestPath UUID id) {
        return idempotent.done(
                "",
                () -> desk.lift(caller.get(), id),
                SuspensionView::id,
                suspension -> desk.show(caller.get(), suspension));
    }
}
