package org.barnstorm.integration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.journal.JournalEntry;
import org.barnstorm.platform.paging.Page;
import org.barnstorm.platform.paging.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/")
@RolesAllowed("member")
@Tag(name = "journal", description = "The append-only record of every change.")
class JournalResource {
    private final CurrentCaller caller;
    private final JournalService journal;
    private final Pages pages;

    JournalResource(CurrentCaller caller, JournalService journal, Pages pages) {
        this.caller = caller;
        this.journal = journal;
        this.pages = pages;
    }

    @GET
    @Path("journal")
    @Operation(operationId = "readJournal", summary = "Read what happened", description = """
                    Needs JOURNAL_READ at the group. With the groups below it, oldest first, in the order of commits; each
                    subject's changes in their own order. Ids and states only, no personal data. A change may take a moment
                    to appear, so that none is ever missed by who follows with the cursor.
                    """)
    public Page<JournalEntry> read(
            @RestQuery @NotNull @Parameter(description = "This group and those below it.") GroupPath group,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(journal.read(caller.get(), group, pages.window(limit, cursor)));
    }
}
