package org.barnstorm.osdi;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.platform.paging.Leaf;
import org.barnstorm.platform.security.ProgramTokens;
import org.barnstorm.platform.security.Scope;
import org.barnstorm.platform.security.Scoped;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/")
@RolesAllowed("member")
@Tag(
        name = "osdi",
        description =
                "The Open Supporter Data Interface, for clients that were written for other systems. Also at `/osdi/v1`, where its"
                        + " links lead; the token may come as `OSDI-API-Token`. docs/osdi.md says what there is.")
class EntryPointResource {
    private final CurrentCaller caller;
    private final Hal hal;

    EntryPointResource(CurrentCaller caller, Hal hal) {
        this.caller = caller;
        this.hal = hal;
    }

    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped({
        Scope.GROUPS_READ,
        Scope.TASKS_READ,
        Scope.TASKS_WRITE,
        Scope.ASSIGNMENTS_WRITE,
        Scope.MEMBERS_READ,
        Scope.MEMBERS_WRITE,
        Scope.CHANGES_READ,
        Scope.WEBHOOKS_MANAGE
    })
    @GET
    @Path("osdi/v1")
    @Produces({Words.HAL, Words.JSON})
    @Operation(
            operationId = "osdiEntryPoint",
            summary = "Begin with OSDI",
            description = "Links to all there is; each of them asks for its scope. Any scope opens this.")
    public EntryPointView entry() {
        caller.get(); // refuses a program that nobody let in
        var links = hal.links("");
        links.put("osdi:people", hal.link("/people", "Members whom you may see"));
        links.put("osdi:person_signup_helper", hal.link("/people", "Invite somebody into the integration's group"));
        links.put("osdi:events", hal.link("/events", "Tasks with a time and a place"));
        links.put("osdi:tags", hal.link("/tags", "Campaigns, which label events"));
        links.put("docs", hal.elsewhere("/openapi", "The contract"));
        return new EntryPointView(
                "Barnstorm speaks a part of OSDI: docs/osdi.md says which.",
                Leaf.LARGEST,
                "Barnstorm",
                "Barnstorm",
                "1.2.0",
                Hal.SYSTEM,
                links);
    }
}
