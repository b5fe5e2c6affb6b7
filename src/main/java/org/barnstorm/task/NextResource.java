package org.barnstorm.task;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import java.util.function.Function;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.platform.idempotency.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@RolesAllowed("member")
@Tag(name = "next", description = "What to do next: suggestions, and whether one can.")
class NextResource {
    private final CurrentCaller caller;
    private final NextService nexts;
    private final EligibilityService eligibility;
    private final HoldService holds;
    private final Idempotent idempotent;

    NextResource(
            CurrentCaller caller,
            NextService nexts,
            EligibilityService eligibility,
            HoldService holds,
            Idempotent idempotent) {
        this.caller = caller;
        this.nexts = nexts;
        this.eligibility = eligibility;
        this.holds = holds;
        this.idempotent = idempotent;
    }

    @GET
    @Path("me/next")
    @Operation(operationId = "suggestNext", summary = "What can I do next?", description = """
                    Up to 20 tasks that you can claim right now, the best first, each with reasons in words. With no
                    position, your home counts; with neither, places do not. If there is nothing, `why` says what to do.
                    """)
    public NextView next(
            @RestQuery
                    @Min(1)
                    @Max(100000)
                    @Parameter(description = "Minutes you have: only work that takes no longer.", example = "60")
                    Integer minutes,
            @RestQuery
                    @DecimalMin("-90")
                    @DecimalMax("90")
                    @Parameter(
                            description = "Latitude of where you are. Rounded to two decimals before use, never kept.",
                            example = "50.83")
                    Double lat,
            @RestQuery
                    @DecimalMin("-180")
                    @DecimalMax("180")
                    @Parameter(description = "Longitude likewise; the two go together.", example = "-0.14")
                    Double lon,
            @RestQuery
                    @Parameter(
                            description =
                                    "true: only what can be done from anywhere; false: only at a place; absent: both.")
                    Boolean remote) {
        return nexts.next(caller.get(), new NextWish(minutes, lat, lon, remote));
    }

    @POST
    @Path("me/next/claim")
    @Refuses(
            status = 409,
            code = "nothing-next",
            detail =
                    "There is nothing that you could claim right now. Allow more minutes, another place or remote work.")
    @Refuses(
            status = 409,
            code = "claim-limit",
            detail =
                    "You have 3 open claims and may have 3. Complete one or give one back; verified results raise the limit.")
    @Operation(operationId = "claimNext", summary = "Take the best there is", description = """
                    Claims the first of the tasks that suggestNext would answer; if somebody was faster, the next one. With an
                    Idempotency-Key a repeat answers with the same hold.
                    """)
    public RestResponse<AssignmentView> claim(@Valid @NotNull NextWish wish) {
        Function<UUID, AssignmentView> again = id -> holds.show(caller.get(), id);
        return idempotent
                .repeated(wish, again)
                .orElseGet(() -> RestResponse.ok(nexts.claim(caller.get(), wish, claim -> idempotent
                        .done(wish, claim, AssignmentView::id, again)
                        .getEntity())));
    }

    @GET
    @Path("tasks/{id}/eligibility")
    @Operation(
            operationId = "getEligibility",
            summary = "Can I claim this task?",
            description = "If not, every reason with what to do about it. A task that you may not see is 404.")
    public EligibilityView eligibility(@RestPath UUID id) {
        return eligibility.ask(caller.get(), id);
    }
}
