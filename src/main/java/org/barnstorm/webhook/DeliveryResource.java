package org.barnstorm.webhook;

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
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.platform.idempotency.Idempotent;
import org.barnstorm.platform.paging.Page;
import org.barnstorm.platform.paging.Pages;
import org.barnstorm.platform.security.ProgramTokens;
import org.barnstorm.platform.security.Scope;
import org.barnstorm.platform.security.Scoped;
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
        name = "webhooks",
        description = "Changes sent to addresses of integrators, signed; docs/webhooks.md has verifiers.")
class DeliveryResource {
    private final CurrentCaller caller;
    private final DeliveryService deliveries;
    private final Pages pages;
    private final Idempotent idempotent;

    DeliveryResource(CurrentCaller caller, DeliveryService deliveries, Pages pages, Idempotent idempotent) {
        this.caller = caller;
        this.deliveries = deliveries;
        this.pages = pages;
        this.idempotent = idempotent;
    }

    @GET
    @Path("webhooks/{id}/deliveries")
    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.WEBHOOKS_MANAGE)
    @Operation(operationId = "listDeliveries", summary = "Look at what a webhook sent", description = """
                    The newest first: what waits, with its next attempt, what was delivered, and the dead letters. What is done
                    stays for 30 days, unless whoever runs the service says otherwise. For its owner; anybody else who sees it
                    needs JOURNAL_READ at its group, too.
                    """)
    public Page<DeliveryView> log(
            @RestPath UUID id,
            @RestQuery @Parameter(description = "Only those to which this came.", example = "DEAD")
                    Delivery.Status status,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(deliveries.log(caller.get(), id, status, pages.window(limit, cursor)));
    }

    @POST
    @Path("webhooks/{id}/ping")
    @ResponseStatus(201)
    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.WEBHOOKS_MANAGE)
    @Refuses(status = 403, code = "webhook-not-yours", detail = WebhookResource.OTHERS)
    @Refuses(status = 409, code = "webhook-ended", detail = WebhookResource.ENDED)
    @Refuses(
            status = 409,
            code = "webhook-not-active",
            detail = "Nothing is sent to this webhook now: it is PAUSED. Set active to true first.")
    @Operation(operationId = "pingWebhook", summary = "Try a webhook", description = """
                    An event `webhook.ping` is sent once, at once, even while the webhook rests after a failure; look for it in
                    the deliveries. One at a time: while one waits, this answers that one. If it arrives, what had failed goes on.
                    By its owner; a person needs INTEGRATION_MANAGE at its group.
                    """)
    public RestResponse<DeliveryView> ping(@RestPath UUID id) {
        return idempotent.created(
                "",
                () -> deliveries.ping(caller.get(), id),
                DeliveryView::id,
                same -> deliveries.show(caller.get(), id, same));
    }

    @POST
    @Path("webhooks/{id}/replay")
    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.WEBHOOKS_MANAGE)
    @Refuses(status = 403, code = "webhook-not-yours", detail = WebhookResource.OTHERS)
    @Refuses(status = 409, code = "webhook-ended", detail = WebhookResource.ENDED)
    @Operation(operationId = "replayWebhook", summary = "Send again", description = """
                    From the journal, so from any point, also from before the webhook was made: what its owner may see now, each
                    event with its own id. By its owner; a person needs INTEGRATION_MANAGE at its group. A paused one begins there
                    when it is resumed.
                    """)
    public RestResponse<WebhookView> replay(@RestPath UUID id, @Valid @NotNull NewReplay wanted) {
        return idempotent.done(
                wanted,
                () -> deliveries.replay(caller.get(), id, wanted),
                WebhookView::id,
                same -> deliveries.replayed(caller.get(), same));
    }
}
