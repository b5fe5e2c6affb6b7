package org.barnstorm.training.enrolment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import java.util.function.Supplier;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.platform.idempotency.Idempotent;
import org.barnstorm.platform.paging.Page;
import org.barnstorm.platform.paging.Pages;
import org.barnstorm.platform.paging.Slice;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@RolesAllowed("member")
@Tag(name = "learning", description = "Taking a course: steps, progress, and what trainers look at.")
class EnrolmentResource {
    private static final String MODULE = "The module, as the steps name it.";

    private final CurrentCaller caller;
    private final EnrolmentService enrolments;
    private final CatchUpService catchUps;
    private final Pages pages;
    private final Idempotent idempotent;

    EnrolmentResource(
            CurrentCaller caller,
            EnrolmentService enrolments,
            CatchUpService catchUps,
            Pages pages,
            Idempotent idempotent) {
        this.caller = caller;
        this.enrolments = enrolments;
        this.catchUps = catchUps;
        this.pages = pages;
        this.idempotent = idempotent;
    }

    @POST
    @Path("courses/{id}/enrolments")
    @ResponseStatus(201)
    @Refuses(
            status = 409,
            code = "not-a-member",
            detail = "Only active members of uk.south-east.brighton-pavilion can. Join it first.")
    @Refuses(
            status = 409,
            code = "already-enrolled",
            detail = "You take this course already; go on with that enrolment.")
    @Refuses(
            status = 409,
            code = "already-qualified",
            detail = "They hold this qualification in uk.south-east.brighton-pavilion already.")
    @Refuses(
            status = 409,
            code = "course-unpublished",
            detail = "This course has no modules yet. A trainer records who completed it.")
    @Refuses(
            status = 409,
            code = "prerequisites-missing",
            detail = "First comes: \"Organiser 101\". Take that, then this.")
    @Refuses(status = 422, code = "outside-course", detail = "This course cannot be taken in uk.wales.gower.")
    @Operation(operationId = "enrol", summary = "Take a course", description = """
                    For oneself, as an active member of the group. One gets the version that is published now and keeps it. Who
                    holds the qualification takes only what renews it or is new: `purpose` and `steps` say what that is.
                    """)
    public RestResponse<EnrolmentView> enrol(@RestPath UUID id, @Valid @NotNull NewEnrolment wanted) {
        return idempotent.created(
                wanted,
                () -> enrolments.enrol(caller.get(), id, wanted),
                EnrolmentView::id,
                again -> enrolments.show(caller.get(), again));
    }

    @GET
    @Path("me/enrolments")
    @Operation(
            operationId = "listMyEnrolments",
            summary = "List the courses one takes or took",
            description = "One's own, the oldest first, on every device the same.")
    public Page<EnrolmentView> mine(
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(enrolments.mine(caller.get(), pages.window(limit, cursor)));
    }

    @GET
    @Path("me/catch-ups")
    @Operation(
            operationId = "listMyCatchUps",
            summary = "List what is new in courses one is qualified in",
            description = """
                    One's own qualifications whose course has a newer version that asks its holders to catch up, each with the
                    modules that are new. One enrols in the course to do them. All of them are on one page.
                    """)
    public Page<CatchUpView> catchUps() {
        return pages.page(new Slice<>(catchUps.mine(caller.get()), null));
    }

    @GET
    @Path("enrolments/{id}")
    @Operation(
            operationId = "getEnrolment",
            summary = "Show how far somebody is",
            description = "One's own, or one in a group where one holds QUALIFICATION_READ.")
    public EnrolmentView show(@RestPath UUID id) {
        return enrolments.show(caller.get(), id);
    }

    @GET
    @Path("enrolments/{id}/steps/{module}")
    @Operation(
            operationId = "getLesson",
            summary = "Show the content of a step",
            description =
                    "For whoever sees the enrolment. Of a quiz it shows the rules; questions come with an attempt.")
    public LessonView lesson(
            @RestPath UUID id, @RestPath @Parameter(description = MODULE, example = "listening") String module) {
        return enrolments.lesson(caller.get(), id, module);
    }

    @POST
    @Path("enrolments/{id}/steps/{module}/done")
    @LearnersOwn
    @Refuses(
            status = 409,
            code = "qualification-withdrawn",
            detail = "This qualification was withdrawn. The whole course can be taken again; a lead then confirms it.")
    @Refuses(
            status = 422,
            code = "other-kind-of-step",
            detail = "That is not how this step is done. Submit a link; a trainer accepts it.")
    @Operation(operationId = "finishStep", summary = "Say that a step is done", description = """
                    A READING or VIDEO of one's own enrolment. With the last step one is qualified, and what the course awards
                    acts from the next request on, unless a lead confirms it first.
                    """)
    public RestResponse<EnrolmentView> done(
            @RestPath UUID id, @RestPath @Parameter(description = MODULE, example = "listening") String module) {
        return act(module, () -> enrolments.done(caller.get(), id, module));
    }

    @PUT
    @Path("enrolments/{id}/steps/{module}/submission")
    @LearnersOwn
    @Refuses(status = 409, code = "step-state", detail = "This step is done already; look at the next one.")
    @Refuses(
            status = 422,
            code = "other-kind-of-step",
            detail = "That is not how this step is done. Submit a link; a trainer accepts it.")
    @Operation(
            operationId = "submitAssignment",
            summary = "Show what one made of an assignment",
            description =
                    "A link, in one's own enrolment; a trainer accepts it or says what to do better. It can be replaced until it is accepted.")
    public EnrolmentView submit(
            @RestPath UUID id,
            @RestPath @Parameter(description = MODULE, example = "listening") String module,
            @Valid @NotNull Submission submission) {
        return enrolments.submit(caller.get(), id, module, submission);
    }

    @POST
    @Path("enrolments/{id}/complete")
    @LearnersOwn
    @Refuses(status = 409, code = "steps-missing", detail = "Not all steps are done; nextStep says which comes next.")
    @Refuses(
            status = 409,
            code = "qualification-withdrawn",
            detail = "This qualification was withdrawn. The whole course can be taken again; a lead then confirms it.")
    @Refuses(
            status = 409,
            code = "prerequisites-missing",
            detail = "First comes: \"Organiser 101\". Take that, then this.")
    @Operation(operationId = "completeEnrolment", summary = "Ask for the qualification", description = """
                    Only needed when all steps are done and something else was missing, such as the qualification of another
                    course that comes first. Otherwise the last step does it. Said again, it stays completed.
                    """)
    public RestResponse<EnrolmentView> complete(@RestPath UUID id) {
        return act("", () -> enrolments.complete(caller.get(), id));
    }

    @DELETE
    @Path("enrolments/{id}")
    @LearnersOwn
    @Operation(
            operationId = "leaveCourse",
            summary = "Leave a course before the end",
            description = "One's own enrolment. One can enrol again; attempts at quizzes that were used stay used.")
    public EnrolmentView leave(@RestPath UUID id) {
        return enrolments.leave(caller.get(), id);
    }

    private RestResponse<EnrolmentView> act(String body, Supplier<EnrolmentView> verb) {
        return idempotent.done(body, verb, EnrolmentView::id, again -> enrolments.show(caller.get(), again));
    }
}
