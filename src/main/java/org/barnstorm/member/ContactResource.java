package org.barnstorm.member;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.platform.paging.Page;
import org.barnstorm.platform.paging.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/")
@RolesAllowed("member")
@Tag(name = "imports", description = "Bringing people in from a file, and whom a group expects since.")
class ContactResource {
    private final CurrentCaller caller;
    private final ContactService contacts;
    private final Pages pages;

    ContactResource(CurrentCaller caller, ContactService contacts, Pages pages) {
        this.caller = caller;
        this.contacts = contacts;
        this.pages = pages;
    }

    @GET
    @Path("groups/{path}/contacts")
    @Refuses(
            status = 429,
            code = "budget-spent",
            detail =
                    "You have 300 a day of different people looked at, 290 are used, and this is 50 more. It refills at 2026-11-22T00:00:00Z.")
    @Operation(
            operationId = "listContacts",
            summary = "List whom a group expects",
            description =
                    "Needs MEMBER_IMPORT. People who were brought in from a file and have not joined; each counts among the people looked at today.")
    public Page<ContactView> list(
            @RestPath GroupPath path,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(contacts.list(caller.get(), path, pages.window(limit, cursor)));
    }

    @DELETE
    @Path("contacts/{id}")
    @ResponseStatus(204)
    @Operation(
            operationId = "forgetContact",
            summary = "Forget somebody whom a group expects",
            description =
                    "Needs MEMBER_IMPORT. Their data is deleted at once. What stays is a hash, by which later files leave them out of this group.")
    public void forget(@RestPath @Parameter(description = "Id of the contact.") UUID id) {
        contacts.forget(caller.get(), id);
    }
}
