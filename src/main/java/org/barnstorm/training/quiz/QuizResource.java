package org.barnstorm.training.quiz;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.platform.idempotency.Idempotent;
import org.barnstorm.training.enrolment.ByTrainer;
import org.barnstorm.training.enrolment.LearnersOwn;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@RolesAllowed("member")
@Tag(name = "learning")
class QuizResource {
    private static final String CLOSED = "This attempt is PASSED: nothing of it changes that way now.";
    private static final String WITHDRAWN =
            "This qualification was withdrawn. The whole course can be taken again; a lead then confirms it.";

    private final CurrentCaller caller;
    private final AttemptService attempts;
    private final Idempotent idempotent;

    QuizResource(CurrentCaller caller, AttemptService attempts, Idempotent idempotent) {
        this.caller = caller;
        this.attempts = attempts;
        this.idempotent = idempotent;
    }

    @PUT
    @Path("enrolments/{id}/steps/{module}/attempt")
    @LearnersOwn
    @Refuses(status = 409, code = "step-state", detail = "This step is done already; look at the next one.")
    @Refuses(
            status = 409,
            code = "attempts-used-up",
            detail = "No attempt at this quiz is left. A trainer of the group can give you another.")
    @Refuses(status = 409, code = "cool-down", detail = "The next attempt can begin at 2026-11-21T10:30:00Z.")
    @Refuses(status = 422, code = "other-kind-of-step", detail = "That is not how this step is done: it is no QUIZ.")
    @Operation(operationId = "beginAttempt", summary = "Begin a quiz, or go on with it", description = """
                    In one's own enrolment. If an attempt is going on, it is that one, with what was answered on any device.
                    Otherwise a new one begins: its questions are drawn now and stay.
                    """)
    public AttemptView begin(
            @RestPath UUID id,
            @RestPath @Parameter(description = "The module, as the steps name it.", example = "check") String module) {
        return attempts.begin(caller.get(), id, module);
    }

    @GET
    @Path("attempts/{id}")
    @Operation(operationId = "getAttempt", summary = "Show an attempt", description = """
                    One's own, or one in a group where one holds QUALIFICATION_READ. Once it is closed it says which answers are
                    right, and why. What is right where the answer was not, it never says: the same pool is asked from again.
                    """)
    public AttemptView show(@RestPath UUID id) {
        return attempts.show(caller.get(), id);
    }

    @PUT
    @Path("attempts/{id}/answers/{number}")
    @LearnersOwn
    @Refuses(status = 409, code = "attempt-closed", detail = CLOSED)
    @Operation(operationId = "answerQuestion", summary = "Answer a question", description = """
                    Of one's own attempt, as often as one likes until it is submitted. Each question is kept by itself, so that
                    two devices do not undo each other's answers; of two to the same question the later counts.
                    """)
    public AttemptView answer(
            @RestPath UUID id,
            @RestPath @Parameter(description = "Number of the question in the attempt.", example = "1") int number,
            @Valid @NotNull Answer answer) {
        return attempts.answer(caller.get(), id, number, answer);
    }

    @POST
    @Path("attempts/{id}/submit")
    @LearnersOwn
    @Refuses(status = 409, code = "qualification-withdrawn", detail = WITHDRAWN)
    @Operation(operationId = "submitAttempt", summary = "Hand in an attempt", description = """
                    One's own. What is not answered is wrong. It is passed or failed at once or, if somebody has to read answers
                    in own words, waits for a trainer. Handed in again, it stays as it is.
                    """)
    public RestResponse<AttemptView> submit(@RestPath UUID id) {
        return idempotent.done(
                "",
                () -> attempts.submit(caller.get(), id),
                AttemptView::id,
                again -> attempts.show(caller.get(), again));
    }

    @POST
    @Path("attempts/{id}/marks")
    @ByTrainer
    @Refuses(status = 409, code = "attempt-closed", detail = CLOSED)
    @Refuses(status = 409, code = "qualification-withdrawn", detail = WITHDRAWN)
    @Operation(operationId = "markAttempt", summary = "Mark answers in own words", description = """
                    Needs COMPLETION_RECORD at the learner's group; never for oneself. All FREE_TEXT questions of an attempt that
                    was handed in, at once; then it is passed or failed.
                    """)
    public RestResponse<AttemptView> mark(@RestPath UUID id, @Valid @NotNull Marks marks) {
        return idempotent.done(
                marks,
                () -> attempts.mark(caller.get(), id, marks),
                AttemptView::id,
                again -> attempts.show(caller.get(), again));
    }
}
