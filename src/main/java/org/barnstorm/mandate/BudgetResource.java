package org.barnstorm.mandate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/")
@RolesAllowed("member")
@Tag(name = "trust")
class BudgetResource {
    private final CurrentCaller caller;
    private final BudgetService budgets;

    BudgetResource(CurrentCaller caller, BudgetService budgets) {
        this.caller = caller;
        this.budgets = budgets;
    }

    @GET
    @Path("me/budgets")
    @Operation(operationId = "getMyBudgets", summary = "Show what I may do today in a group", description = """
                    How many tasks I may make, how many people I may assign, and how many different people I may look at; what
                    is used of it; and whether my tasks are looked at before they open. What is used is counted in all groups
                    together; how much there is depends on how far I am trusted in this one.
                    """)
    public BudgetsView mine(@RestQuery @NotNull @Parameter(description = "Which group.") GroupPath group) {
        return budgets.mine(caller.get(), group);
    }
}
