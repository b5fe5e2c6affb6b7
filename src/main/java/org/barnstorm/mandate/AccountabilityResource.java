package org.barnstorm.mandate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.authority.GroupPath;
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
@Tag(name = "mandates")
class AccountabilityResource {
    private final CurrentCaller caller;
    private final RuleService rules;
    private final OrphanService orphans;
    private final Pages pages;

    AccountabilityResource(CurrentCaller caller, RuleService rules, OrphanService orphans, Pages pages) {
        this.caller = caller;
        this.rules = rules;
        this.orphans = orphans;
        this.pages = pages;
    }

    @GET
    @Path("groups/{path}/mandate-rules")
    @Operation(
            operationId = "getMandateRules",
            summary = "Show the rules for grants in a group",
            description = "What two people grant, and what vouches earn: the group's own rules and those from above.")
    public RulesView show(@RestPath GroupPath path) {
        return rules.show(caller.get(), path);
    }

    @PUT
    @Path("groups/{path}/mandate-rules")
    @Refuses(
            status = 403,
            code = "beyond-own-authority",
            detail = "A course can award what you could hand on yourself.")
    @Refuses(
            status = 403,
            code = "rule-from-above",
            detail = "Only a lead of a group further up, or the platform's admin for a movement, drops it.")
    @Operation(operationId = "setMandateRules", summary = "Set the rules for grants in a group", description = """
                    Needs MANDATE_GRANT at the group. They hold there and below. What vouches are to earn, one could hand on
                    oneself. Dropping what needs two people takes a lead further up, or for a movement the platform's admin.
                    """)
    public RulesView set(@RestPath GroupPath path, @Valid @NotNull NewRules wanted) {
        return rules.set(caller.get(), path, wanted);
    }

    @GET
    @Path("groups/{path}/orphans")
    @Operation(operationId = "listOrphans", summary = "List groups that have members and no lead", description = """
                    Needs MANDATE_READ at the group. With those below it. Until such a group has a lead of its own, the lead above
                    is accountable.
                    """)
    public Page<OrphanView> orphans(
            @RestPath GroupPath path,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(orphans.list(caller.get(), path, pages.window(limit, cursor)));
    }
}
