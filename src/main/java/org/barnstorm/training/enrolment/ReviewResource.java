package org.barnstorm.training.enrolment;

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
import java.util.function.Supplier;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.platform.idempotency.Idempotent;
import org.barnstorm.platform.paging.Page;
import org.barnstorm.platform.paging.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@RolesAllowed("member")
@Tag(name = "learning")
class ReviewResource {
    private static final String MODULE = "The module, as the steps name it.";

    private final CurrentCaller caller;
    private final ReviewService reviews;
    private final Pages pages;
    private final Idempotent idempotent;

    ReviewResource(CurrentCaller caller, ReviewService reviews, Pages pages, Idempotent idempotent) {
        this.caller = caller;
        this.reviews = reviews;
        this.pages = pages;
        this.idempotent = idempotent;
    }

    @GET
    @Path("groups/{path}/training-reviews")
    @Operation(
            operationId = "listTrainingReviews",
            summary = "List what waits for a trainer",
            description =
                    "Needs COMPLETION_RECORD at the group. Assignments and quizzes that were submitted, and learners who did all and wait for a lead, in the group and below.")
    public Page<ReviewView> list(
            @RestPath GroupPath path,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(reviews.list(caller.get(), path, pages.window(limit, cursor)));
    }

    @POST
    @Path("enrolments/{id}/steps/{module}/accept")
    @ByTrainer
    @Refuses(status = 409, code = "step-state", detail = "This step is done already; look at the next one.")
    @Refuses(
            status = 409,
            code = "qualification-withdrawn",
            detail = "This qualification was withdrawn. The whole course can be taken again; a lead then confirms it.")
    @Refuses(
            status = 422,
            code = "other-kind-of-step",
            detail = "That is not how this step is done. Submit a link; a trainer accepts it.")
    @Operation(operationId = "acceptStep", summary = "Find a step good", description = """
                    Needs COMPLETION_RECORD at the learner's group; never for oneself. An ASSIGNMENT that was submitted; or a
                    LIVE_SESSION or PRACTICAL that one saw them do.
                    """)
    public RestResponse<EnrolmentView> accept(
            @RestPath UUID id, @RestPath @Parameter(description = MODULE, example = "listening") String module) {
        return act(module, () -> reviews.accept(caller.get(), id, module));
    }

    @POST
    @Path("enrolments/{id}/steps/{module}/return")
    @ByTrainer
    @Refuses(status = 409, code = "step-state", detail = "This step is done already; look at the next one.")
    @Refuses(
            status = 422,
            code = "other-kind-of-step",
            detail = "That is not how this step is done. Submit a link; a trainer accepts it.")
    @Operation(operationId = "returnStep", summary = "Send a step back", description = """
                    Needs COMPLETION_RECORD at the learner's group; never for oneself. With a comment that says what to do
                    better. A QUIZ without attempts left gets one more this way.
                    """)
    public RestResponse<EnrolmentView> sendBack(
            @RestPath UUID id,
            @RestPath @Parameter(description = MODULE, example = "listening") String module,
            @Valid @NotNull Comment comment) {
        return act(comment, () -> reviews.sendBack(caller.get(), id, module, comment));
    }

    @POST
    @Path("enrolments/{id}/confirm")
    @Refuses(
            status = 403,
            code = "second-person",
            detail =
                    "Two people grant what this course awards. Somebody else than who set the award or published its modules has the last word.")
    @Refuses(
            status = 403,
            code = "self-completion",
            detail = "Somebody else records that you completed a course. Ask a trainer of the group.")
    @Refuses(
            status = 409,
            code = "not-a-member",
            detail = "Only active members of uk.south-east.brighton-pavilion can. Join it first.")
    @Refuses(
            status = 409,
            code = "enrolment-over",
            detail = "This enrolment is over: COMPLETED. Enrol again if you want to take the course.")
    @Refuses(status = 409, code = "not-waiting", detail = "Nothing waits to be confirmed: not all steps are done yet.")
    @Refuses(
            status = 409,
            code = "qualification-withdrawn",
            detail = "This qualification was withdrawn. The whole course can be taken again; a lead then confirms it.")
    @Refuses(
            status = 409,
            code = "prerequisites-missing",
            detail = "First comes: \"Organiser 101\". Take that, then this.")
    @Operation(operationId = "confirmEnrolment", summary = "Confirm that somebody is qualified", description = """
                    Needs COMPLETION_RECORD at the learner's group, and MANDATE_GRANT there too: what the course awards acts from
                    this answer on. Never for oneself.
                    """)
    public RestResponse<EnrolmentView> confirm(@RestPath UUID id) {
        return act("", () -> reviews.confirm(caller.get(), id));
    }

    private RestResponse<EnrolmentView> act(Object body, Supplier<EnrolmentView> verb) {
        return idempotent.done(body, verb, EnrolmentView::id, again -> reviews.show(caller.get(), again));
    }
}
