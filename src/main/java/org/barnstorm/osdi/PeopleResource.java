package org.barnstorm.osdi;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.platform.idempotency.Idempotent;
import org.barnstorm.platform.paging.Leaf;
import org.barnstorm.platform.security.ProgramTokens;
import org.barnstorm.platform.security.Scope;
import org.barnstorm.platform.security.Scoped;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@RolesAllowed("member")
@Tag(name = "osdi")
class PeopleResource {
    private final CurrentCaller caller;
    private final PeopleService people;
    private final Idempotent idempotent;

    PeopleResource(CurrentCaller caller, PeopleService people, Idempotent idempotent) {
        this.caller = caller;
        this.people = people;
        this.idempotent = idempotent;
    }

    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.MEMBERS_READ)
    @GET
    @Path("osdi/v1/people")
    @Produces({Words.HAL, Words.JSON})
    @Refuses(status = 400, code = "unsupported-filter", detail = Words.BAD_FILTER)
    @Refuses(status = 429, code = "budget-spent", detail = Words.SPENT)
    @Operation(
            operationId = "osdiListPeople",
            summary = "List people as OSDI has them",
            description =
                    "Active members of all groups where you hold MEMBER_READ, each once: first names and initials, as in the lists of those groups. A page that shows more different people than your day has left is refused whole.")
    public PeopleView list(
            @RestQuery @DefaultValue("1") @Min(1) @Max(Leaf.LAST) @Parameter(description = Words.PAGE) int page,
            @RestQuery("per_page") @DefaultValue("25") @Min(1) @Parameter(description = Words.PER_PAGE) int perPage,
            @RestQuery
                    @Size(max = Filter.LONGEST)
                    @Parameter(description = Words.FILTER, example = "modified_date gt '2026-11-21'")
                    String filter) {
        return people.list(caller.get(), page, perPage, filter);
    }

    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.MEMBERS_READ)
    @GET
    @Path("osdi/v1/people/{id}")
    @Produces({Words.HAL, Words.JSON})
    @Refuses(status = 429, code = "budget-spent", detail = Words.SPENT)
    @Operation(
            operationId = "osdiShowPerson",
            summary = "Show a person as OSDI has them",
            description =
                    "By the id of a member, or by that of a signup: then with the name only once they are a member whom you see.")
    public PersonView show(@RestPath @Parameter(description = Words.PERSON, example = Words.EXAMPLE) UUID id) {
        return people.show(caller.get(), id);
    }

    @RolesAllowed({"member", ProgramTokens.ROLE})
    @Scoped(Scope.MEMBERS_WRITE)
    @POST
    @Path("osdi/v1/people")
    @Consumes({Words.JSON, Words.HAL})
    @Produces({Words.HAL, Words.JSON})
    @Refuses(
            status = 403,
            code = "integration-only",
            detail = "Signups go to the group of an integration, and this token speaks for a person.")
    @Operation(
            operationId = "osdiSignUp",
            summary = "Invite somebody as OSDI's signup helper does",
            description =
                    "For integrations. Needs MEMBER_MANAGE. Invites whoever reads the e-mail address into the group of the integration: at once, or when they sign in for the first time within 180 days. The answer is the same either way and does not tell whether somebody is known. Sent again, it answers the same person. No other data of theirs is kept.")
    public RestResponse<PersonView> signUp(@Valid @NotNull SignupBody wanted) {
        return idempotent.done(
                wanted, () -> people.signUp(caller.get(), wanted), PersonView::id, id -> people.show(caller.get(), id));
    }
}
