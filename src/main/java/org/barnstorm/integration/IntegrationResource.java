package org.barnstorm.integration;

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
@Tag(name = "integrations", description = "Programs that were let in, with named scopes in a part of the tree.")
class IntegrationResource {
    private final CurrentCaller caller;
    private final IntegrationService integrations;
    private final Pages pages;
    private final Idempotent idempotent;

    IntegrationResource(CurrentCaller caller, IntegrationService integrations, Pages pages, Idempotent idempotent) {
        this.caller = caller;
        this.integrations = integrations;
        this.pages = pages;
        this.idempotent = idempotent;
    }

    @POST
    @Path("integrations")
    @ResponseStatus(201)
    @Refuses(
            status = 403,
            code = "beyond-own-authority",
            detail =
                    "A program gets no more than you hold yourself, and not for longer. No mandate of yours covers all of this in uk.south-east.")
    @Refuses(
            status = 409,
            code = "client-bound",
            detail = "This client is bound to an integration already. End that one first, or make a client for each.")
    @Refuses(
            status = 409,
            code = "needs-second-person",
            detail = "Two people grant some of this here, and one person lets a program in. Leave those scopes out.")
    @Refuses(
            status = 422,
            code = "term-backwards",
            detail = "An integration ends after it begins, and not in the past.")
    @Refuses(
            status = 422,
            code = "term-too-long",
            detail = "An integration is good for 400 days at most. Make another one after it.")
    @Operation(operationId = "createIntegration", summary = "Let a program in", description = """
                    Needs INTEGRATION_MANAGE at the group, and by the same mandate what the scopes allow. The client is made in
                    Keycloak before. The integration stays when whoever made it goes.
                    """)
    public RestResponse<IntegrationView> create(@Valid @NotNull NewIntegration wanted) {
        return idempotent.created(
                wanted,
                () -> integrations.create(caller.get(), wanted),
                IntegrationView::id,
                id -> integrations.show(caller.get(), id));
    }

    @GET
    @Path("integrations")
    @Operation(
            operationId = "listIntegrations",
            summary = "List the integrations of a part of the tree",
            description = "Needs INTEGRATION_MANAGE at the group. With those below it; past ones too.")
    public Page<IntegrationView> list(
            @RestQuery @NotNull @Parameter(description = "This group and those below it.") GroupPath group,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(integrations.list(caller.get(), group, pages.window(limit, cursor)));
    }

    @GET
    @Path("integrations/{id}")
    @Operation(
            operationId = "getIntegration",
            summary = "Show an integration",
            description = "With INTEGRATION_MANAGE at its group.")
    public IntegrationView show(@RestPath UUID id) {
        return integrations.show(caller.get(), id);
    }

    @POST
    @Path("integrations/{id}/end")
    @Operation(
            operationId = "endIntegration",
            summary = "End an integration",
            description =
                    "Needs INTEGRATION_MANAGE at its group. At once; the tasks it looked after go to the nearest lead. Repeating changes nothing.")
    public RestResponse<IntegrationView> end(@RestPath UUID id) {
        return idempotent.done(
                "",
                () -> integrations.end(caller.get(), id),
                IntegrationView::id,
                integration -> integrations.show(caller.get(), integration));
    }
}
