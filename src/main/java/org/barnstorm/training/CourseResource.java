package org.barnstorm.training;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.platform.http.IfMatch;
import org.barnstorm.platform.http.MergePatch;
import org.barnstorm.platform.idempotency.Idempotent;
import org.barnstorm.platform.paging.Page;
import org.barnstorm.platform.paging.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@RolesAllowed("member")
@Tag(name = "training", description = "Courses, and the qualifications and authority they lead to.")
class CourseResource {
    private final CurrentCaller caller;
    private final CourseService courses;
    private final QualificationService qualifications;
    private final WithdrawalService withdrawals;
    private final Pages pages;
    private final Idempotent idempotent;

    CourseResource(
            CurrentCaller caller,
            CourseService courses,
            QualificationService qualifications,
            WithdrawalService withdrawals,
            Pages pages,
            Idempotent idempotent) {
        this.caller = caller;
        this.courses = courses;
        this.qualifications = qualifications;
        this.withdrawals = withdrawals;
        this.pages = pages;
        this.idempotent = idempotent;
    }

    @POST
    @Path("courses")
    @ResponseStatus(201)
    @Refuses(
            status = 403,
            code = "beyond-own-authority",
            detail =
                    "A course can award what you could hand on yourself. Your mandates do not reach to LEAD in uk.south-east.")
    @Refuses(
            status = 422,
            code = "unknown-course",
            detail = "There is no such course; see the list of courses for ids.")
    @Operation(
            operationId = "createCourse",
            summary = "Make a course",
            description = "Needs COURSE_MANAGE at the group; what it awards, you could hand on yourself.")
    public RestResponse<CourseView> create(@Valid @NotNull NewCourse wanted) {
        return idempotent.created(
                wanted,
                () -> courses.create(caller.get(), wanted),
                CourseView::id,
                id -> courses.show(caller.get(), id));
    }

    @GET
    @Path("courses")
    @Operation(operationId = "listCourses", summary = "List courses", description = "Every member may see them.")
    public Page<CourseView> list(
            @RestQuery @Parameter(description = "Only those that can be taken in this group.") GroupPath group,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(courses.list(caller.get(), group, pages.window(limit, cursor)));
    }

    @GET
    @Path("courses/{id}")
    @Operation(operationId = "getCourse", summary = "Show a course", description = "Every member may see it.")
    public CourseView show(@RestPath UUID id) {
        return courses.show(caller.get(), id);
    }

    @PATCH
    @Path("courses/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Refuses(
            status = 403,
            code = "beyond-own-authority",
            detail =
                    "A course can award what you could hand on yourself. Your mandates do not reach to LEAD in uk.south-east.")
    @Refuses(
            status = 422,
            code = "unknown-course",
            detail = "There is no such course; see the list of courses for ids.")
    @Refuses(
            status = 422,
            code = "course-cycle",
            detail = "One of these courses needs this one first; leave it out of requires.")
    @Operation(
            operationId = "editCourse",
            summary = "Edit a course",
            description =
                    "JSON Merge Patch (RFC 7396). Needs COURSE_MANAGE and the ETag of the version you edited. Mandates already earned stay.")
    public CourseView edit(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Parameter(description = "ETag of the version you edited.", example = "\"0\"")
                    String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = CourseContent.class))) MergePatch patch) {
        return courses.edit(caller.get(), id, IfMatch.of(ifMatch), patch);
    }

    @POST
    @Path("courses/{id}/completions")
    @ResponseStatus(201)
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
            code = "already-qualified",
            detail = "They hold this qualification in uk.south-east.brighton-pavilion already.")
    @Refuses(
            status = 409,
            code = "prerequisites-missing",
            detail = "First comes: \"Organiser 101\". Take that, then this.")
    @Refuses(status = 422, code = "outside-course", detail = "This course cannot be taken in uk.wales.gower.")
    @Refuses(
            status = 422,
            code = "completed-in-future",
            detail = "A course is completed once it is; completedAt is in the future.")
    @Refuses(
            status = 422,
            code = "expired-already",
            detail = "What was completed then has run out since. Let them take it again.")
    @Operation(operationId = "recordCompletion", summary = "Record that somebody completed a course", description = """
                    Needs COMPLETION_RECORD at the learner's group; never for oneself. They hold the qualification, and the
                    role that the course awards, from this answer on.
                    """)
    public RestResponse<QualificationView> complete(@RestPath UUID id, @Valid @NotNull NewCompletion completion) {
        return idempotent.created(
                completion,
                () -> qualifications.complete(caller.get(), id, completion),
                QualificationView::id,
                qualification -> qualifications.show(caller.get(), qualification));
    }

    @GET
    @Path("qualifications")
    @Operation(
            operationId = "listQualifications",
            summary = "List somebody's qualifications",
            description = "Your own, or those that others earned where you hold QUALIFICATION_READ.")
    public Page<QualificationView> qualifications(
            @RestQuery @Parameter(description = "Whose; your own, if left out.") UUID member,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        var whose = member == null ? caller.get().memberId() : member;
        return pages.page(qualifications.list(caller.get(), whose, pages.window(limit, cursor)));
    }

    @GET
    @Path("qualifications/{id}")
    @Operation(
            operationId = "getQualification",
            summary = "Show a qualification",
            description = "Your own, or one that somebody earned where you hold QUALIFICATION_READ.")
    public QualificationView qualification(@RestPath UUID id) {
        return qualifications.show(caller.get(), id);
    }

    @POST
    @Path("qualifications/{id}/withdraw")
    @ResponseStatus(200)
    @Refuses(
            status = 409,
            code = "qualification-withdrawn",
            detail = "This qualification was withdrawn. The whole course can be taken again; a lead then confirms it.")
    @Operation(operationId = "withdrawQualification", summary = "Take a qualification back", description = """
                    Needs MANDATE_REVOKE where it was earned. From this answer on it counts for nothing, and the mandates that it
                    earned are over; the same holds for what renewed it, or was renewed by it, in that group. Who takes the
                    course again takes the whole of it, and needs a lead who confirms it.
                    """)
    public RestResponse<QualificationView> withdraw(@RestPath UUID id, @Valid @NotNull Withdrawal withdrawal) {
        return idempotent.done(
                withdrawal,
                () -> withdrawals.withdraw(caller.get(), id, withdrawal),
                QualificationView::id,
                again -> qualifications.show(caller.get(), again));
    }
}
