package org.barnstorm.integration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.platform.idempotency.Idempotent;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.security.AnyProgram;
import org.barnstorm.platform.security.ProgramTokens;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@RolesAllowed("member")
@Tag(name = "sandboxes", description = "Movements that are made up for a client to try things in.")
class SandboxResource {
    private static final String OFF = "There are no sandboxes here. Whoever runs this can say where.";

    private final JsonWebToken token;
    private final Sandboxes sandboxes;
    private final Idempotent idempotent;

    SandboxResource(JsonWebToken token, Sandboxes sandboxes, Idempotent idempotent) {
        this.token = token;
        this.sandboxes = sandboxes;
        this.idempotent = idempotent;
    }

    @POST
    @Path("sandboxes")
    @ResponseStatus(201)
    @AnyProgram
    @RolesAllowed(ProgramTokens.ROLE)
    @Refuses(status = 403, code = "sandboxes-off", detail = OFF)
    @Refuses(status = 409, code = "sandbox-exists", detail = "This client has a sandbox. Delete it first, or use it.")
    @Refuses(
            status = 409,
            code = "client-bound",
            detail = "This client is bound to an integration already. End that one first, or make a client for each.")
    @Refuses(
            status = 409,
            code = "sandboxes-full",
            detail = "There are as many sandboxes as there may be. Try again tomorrow.")
    @Operation(operationId = "createSandbox", summary = "Have a sandbox made", description = """
                    For a client that nobody has let in. It gets a movement of its own, with people who are made up, tasks, and
                    what became of some, and is bound to it with every scope. After some days all of that is gone.
                    """)
    public RestResponse<SandboxView> create() {
        var client = client();
        return idempotent.created("", () -> sandboxes.make(client), SandboxView::id, sandboxes::show);
    }

    @GET
    @Path("sandboxes/mine")
    @AnyProgram
    @RolesAllowed(ProgramTokens.ROLE)
    @Refuses(status = 403, code = "sandboxes-off", detail = OFF)
    @Refuses(status = 404, code = "not-found", detail = "There is no such sandbox, or it is not visible to you.")
    @Operation(
            operationId = "getSandbox",
            summary = "Show the sandbox of this client",
            description = "404 when it has none.")
    public SandboxView mine() {
        return sandboxes.of(client());
    }

    @DELETE
    @Path("sandboxes/mine")
    @AnyProgram
    @RolesAllowed(ProgramTokens.ROLE)
    @Refuses(status = 403, code = "sandboxes-off", detail = OFF)
    @Refuses(status = 404, code = "not-found", detail = "There is no such sandbox, or it is not visible to you.")
    @Operation(
            operationId = "deleteSandbox",
            summary = "Delete the sandbox of this client",
            description =
                    "At once, with everything in it. The client can have another one made, or be let in elsewhere.")
    public void delete() {
        sandboxes.remove(client());
    }

    private String client() {
        var client = ProgramTokens.client(token);
        if (client == null)
            throw Refusal.forbidden("service-account", "This token does not say without doubt which client it is.");
        return client;
    }
}
