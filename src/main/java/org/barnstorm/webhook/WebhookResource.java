package org.barnstorm.webhook;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.platform.http.IfMatch;
import org.barnstorm.platform.http.MergePatch;
import org.barnstorm.platform.idempotency.Idempotent;
import org.barnstorm.platform.paging.Page;
import org.barnstorm.platform.paging.Pages;
import org.barnstorm.platform.security.ProgramTokens;
import org.barnstorm.platform.security.Scope;
import org.barnstorm.platform.security.Scoped;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
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
class WebhookResource {
    static final String ENDED = "This webhook was ended on 2026-12-01T09:30:00Z. Make another.";
    static final String OTHERS =
            "Only whoever made this webhook can do that, because it sends what they may see. You can"
                    + " end it, and make one of your own.";
    private static final String OFF =
            "This service has no key to keep the secrets of webhooks with, so that there can be"
                    + " none. Ask whoever runs it, or follow the feed of changes.";
    private static final String ADDRESS = "The host's name does not lead to a public address.";

    private final CurrentCaller caller;
    private final WebhookService webhooks;
    private final WebhookAddresses addresses;
    private final Pages pages;
    private final Idempotent idempotent;

    WebhookResource(
            CurrentCaller caller,
            WebhookService webhooks,
            WebhookAddresses addresses,
            Pages pages,
            Idempotent idempotent) {
        this.caller = caller;
        this.webhooks = webhooks;
        this.addresses = addresses;
        this.pages = pages;
        this.idempotent = idempotent;
    }

    @POST
    @Path("webhooks")
    @ResponseStatus(201)
    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.WEBHOOKS_MANAGE)
    @Refuses(status = 409, code = "webhooks-off", detail = OFF)
    @Refuses(
            status = 409,
            code = "too-many-webhooks",
            detail = "You have 20 webhooks, as many as there can be. End one first.")
    @Refuses(status = 422, code = "webhook-address", detail = ADDRESS)
    @Operation(operationId = "createWebhook", summary = "Have changes sent", description = """
                    What happens from now on in a group and below it is sent to the address, as you may see it at the moment of
                    sending: the same as in the feed of changes. For an integration with the scope, within its part of the tree;
                    a person needs INTEGRATION_MANAGE at the group. The answer has the secret that signs, this once; a
                    repetition with the same key does not.
                    """)
    public RestResponse<WebhookView> create(@Valid @NotNull NewWebhook wanted) {
        addresses.require(caller.get(), wanted);
        return idempotent.created(
                wanted,
                () -> webhooks.create(caller.get(), wanted),
                WebhookView::id,
                id -> webhooks.show(caller.get(), id));
    }

    @GET
    @Path("webhooks")
    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.WEBHOOKS_MANAGE)
    @Operation(
            operationId = "listWebhooks",
            summary = "List the webhooks of a part of the tree",
            description =
                    "An integration's own. A person needs INTEGRATION_MANAGE at the group, and gets all of them. Those that ended, too.")
    public Page<WebhookView> list(
            @RestQuery @NotNull @Parameter(description = "This group and those below it.") GroupPath group,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(webhooks.list(caller.get(), group, pages.window(limit, cursor)));
    }

    @GET
    @Path("webhooks/{id}")
    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.WEBHOOKS_MANAGE)
    @Operation(
            operationId = "getWebhook",
            summary = "Show a webhook",
            description = "One's own as an integration, or with INTEGRATION_MANAGE at its group.")
    public WebhookView show(@RestPath UUID id) {
        return webhooks.show(caller.get(), id);
    }

    @PATCH
    @Path("webhooks/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.WEBHOOKS_MANAGE)
    @Refuses(status = 403, code = "webhook-not-yours", detail = OTHERS)
    @Refuses(status = 409, code = "webhook-ended", detail = ENDED)
    @Refuses(status = 422, code = "webhook-address", detail = ADDRESS)
    @Operation(operationId = "editWebhook", summary = "Change, pause or resume a webhook", description = """
                    JSON Merge Patch (RFC 7396), by its owner, with the ETag of the version they edited. `active: false` pauses:
                    changes wait, and are all sent later. `active: true` resumes, also after it was disabled, where it had
                    stopped; what had failed is tried afresh. Types count for what is looked at from then on. A person
                    needs INTEGRATION_MANAGE at its group.
                    """)
    public WebhookView edit(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Parameter(description = "ETag of the version you edited.", example = "\"0\"")
                    String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = WebhookContent.class)))
                    MergePatch patch) {
        var expected = IfMatch.of(ifMatch);
        addresses.require(caller.get(), id, patch);
        return webhooks.change(caller.get(), id, expected, patch);
    }

    @POST
    @Path("webhooks/{id}/secret")
    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.WEBHOOKS_MANAGE)
    @Refuses(status = 403, code = "webhook-not-yours", detail = OTHERS)
    @Refuses(status = 409, code = "webhook-ended", detail = ENDED)
    @Refuses(status = 409, code = "webhooks-off", detail = OFF)
    @Operation(operationId = "rotateWebhookSecret", summary = "Give a webhook another secret", description = """
                    The answer has it, this once. Until `formerSecretUntil` the one of before signs as well: the header has both
                    signatures, so that the receiver can change to the new one in between. The one before that does not any more.
                    By its owner; a person needs INTEGRATION_MANAGE at its group.
                    """)
    public RestResponse<WebhookView> rotate(@RestPath UUID id) {
        return idempotent.done(
                "",
                () -> webhooks.rotate(caller.get(), id),
                WebhookView::id,
                same -> webhooks.show(caller.get(), same));
    }

    @DELETE
    @Path("webhooks/{id}")
    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.WEBHOOKS_MANAGE)
    @Operation(operationId = "endWebhook", summary = "End a webhook", description = """
                    By the integration whose it is; a person needs INTEGRATION_MANAGE at its group. What waits is not sent any more; a request that is out
                    comes to its end. It cannot be taken back. Ended again, it stays as it is.
                    """)
    public WebhookView end(@RestPath UUID id) {
        return webhooks.end(caller.get(), id);
    }
}
