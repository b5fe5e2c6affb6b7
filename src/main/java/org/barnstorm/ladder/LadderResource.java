package org.barnstorm.ladder;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.paging.Page;
import org.barnstorm.platform.paging.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/")
@RolesAllowed("member")
@Tag(name = "ladder", description = "The ladder of engagement: what comes next for oneself, and who is ready for more.")
class LadderResource {
    private final CurrentCaller caller;
    private final PathService paths;
    private final PeopleService people;
    private final Pages pages;

    LadderResource(CurrentCaller caller, PathService paths, PeopleService people, Pages pages) {
        this.caller = caller;
        this.paths = paths;
        this.people = people;
        this.pages = pages;
    }

    @GET
    @Path("me/path")
    @Operation(operationId = "getMyPath", summary = "Where am I, and what comes next?", description = """
                    How far you are trusted and why, what your mandates allow, how far you are in your courses, and the steps
                    that you can take next, the best first: each with what it unlocks and the request that does it. Texts are
                    English; the codes and values beside them are for clients that speak other languages.
                    """)
    public PathView path() {
        return paths.mine(caller.get());
    }

    @GET
    @Path("groups/{path}/ready-people")
    @Operation(operationId = "listReadyPeople", summary = "List who is ready for more", description = """
                    Needs MANDATE_READ and QUALIFICATION_READ at the group. Active members of the group and of those below it who
                    wait to be confirmed, who are qualified and hold no mandate in this part of the tree, or who lack one vouch; not oneself.
                    Whoever has been here longest comes first. A page looks at a thousand members, so it can have fewer people
                    than you asked for, or none, and still not be the last: go on while there is `next`.
                    """)
    public Page<ReadyPersonView> ready(
            @RestPath GroupPath path,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(people.ready(caller.get(), path, pages.window(limit, cursor)));
    }

    @GET
    @Path("groups/{path}/quiet-people")
    @Operation(operationId = "listQuietPeople", summary = "List who went quiet", description = """
                    Needs ASSIGNMENT_READ and MEMBER_READ at the group. Active members of the group and of those below it who did
                    work there, hold no place there now, and have neither taken one nor said that they are done for so many
                    weeks. What they do elsewhere is not looked at. Whoever has been here longest comes first. A page looks at a
                    thousand members, so it can have fewer people than you asked for, or none, and still not be the last: go on
                    while there is `next`.
                    """)
    public Page<QuietPersonView> quiet(
            @RestPath GroupPath path,
            @RestQuery
                    @Min(1)
                    @Max(520)
                    @Parameter(description = "For how many weeks; 6, if left out and not set otherwise.", example = "8")
                    Integer weeks,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(people.quiet(caller.get(), path, weeks, pages.window(limit, cursor)));
    }

    @GET
    @Path("groups/{path}/ending-mandates")
    @Operation(operationId = "listEndingMandates", summary = "List who holds what for little longer", description = """
                    Needs MANDATE_READ at the group. Mandates at the group and below it that act now and end within so many days,
                    what ends first at the top. Those that rest while their holder is suspended are not in it.
                    """)
    public Page<EndingMandateView> ending(
            @RestPath GroupPath path,
            @RestQuery
                    @Min(1)
                    @Max(3660)
                    @Parameter(
                            description = "Within how many days; 30, if left out and not set otherwise.",
                            example = "14")
                    Integer days,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(people.ending(caller.get(), path, days, pages.window(limit, cursor)));
    }
}
