package org.barnstorm.practice.practical;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response.Status;
import java.util.UUID;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.platform.http.PutCondition;
import org.barnstorm.platform.idempotency.Idempotent;
import org.barnstorm.platform.paging.Page;
import org.barnstorm.platform.paging.Pages;
import org.barnstorm.platform.paging.Slice;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@RolesAllowed("member")
@Tag(name = "practicals", description = "What one learns by doing it in real work, and who went along.")
class PracticalResource {
    private final CurrentCaller caller;
    private final PracticalService practicals;
    private final SignOffService signOffs;
    private final Pages pages;
    private final Idempotent idempotent;

    PracticalResource(
            CurrentCaller caller,
            PracticalService practicals,
            SignOffService signOffs,
            Pages pages,
            Idempotent idempotent) {
        this.caller = caller;
        this.practicals = practicals;
        this.signOffs = signOffs;
        this.pages = pages;
        this.idempotent = idempotent;
    }

    @PUT
    @Path("courses/{id}/practicals/{module}")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PracticalView.class)))
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PracticalView.class)))
    @Refuses(
            status = 403,
            code = "beyond-own-authority",
            detail =
                    "A course can award what you could hand on yourself. Your mandates do not reach to LEAD in uk.south-east.")
    @Refuses(
            status = 422,
            code = "unknown-module",
            detail = "The newest version of the course has no module \"walk\" of the kind PRACTICAL.")
    @Refuses(
            status = 422,
            code = "unknown-kind",
            detail =
                    "There is no kind of work \"canvass\" in uk.south-east.brighton-pavilion; see its list of kinds, or ask a lead to add one.")
    @Operation(operationId = "putPractical", summary = "Say what makes a practical done", description = """
                    Needs COURSE_MANAGE at the course's group; what the course awards, you could hand on yourself. The document
                    is whole: the first goes with `If-None-Match: *`, an edit with `If-Match`. It counts at once, for who is on
                    the way as well, but what is done stays done. A trainer can accept the step in any case.
                    """)
    public RestResponse<PracticalView> put(
            @RestPath UUID id,
            @RestPath @Parameter(description = "Which PRACTICAL of the course.", example = "walk") String module,
            @HeaderParam("If-Match") @Parameter(description = "ETag of the version you edited.", example = "\"0\"")
                    String ifMatch,
            @HeaderParam("If-None-Match") @Parameter(description = "`*`: there is none yet.", example = "*")
                    String ifNoneMatch,
            @Valid @NotNull PracticalContent content) {
        var put = practicals.put(caller.get(), id, module, PutCondition.of(ifMatch, ifNoneMatch), content);
        return RestResponse.status(put.isNew() ? Status.CREATED : Status.OK, put.practical());
    }

    @GET
    @Path("courses/{id}/practicals")
    @Operation(
            operationId = "listPracticals",
            summary = "List what makes the practicals of a course done",
            description =
                    "Every member may see what a course asks for. A PRACTICAL that is not in it is done when a trainer says so. All of them are on one page.")
    public Page<PracticalView> list(@RestPath UUID id) {
        return pages.page(new Slice<>(practicals.ofCourse(caller.get(), id), null));
    }

    @GET
    @Path("me/practicals")
    @Operation(
            operationId = "listMyPracticals",
            summary = "List one's own practicals",
            description =
                    "Those of the courses that one takes, with how much was verified and signed off. All of them are on one page.")
    public Page<PracticalStandingView> mine() {
        return pages.page(new Slice<>(practicals.mine(caller.get()), null));
    }

    @POST
    @Path("courses/{id}/sign-offs")
    @ResponseStatus(201)
    @Refuses(
            status = 403,
            code = "self-completion",
            detail = "Somebody else records that you completed a course. Ask a trainer of the group.")
    @Refuses(
            status = 409,
            code = "not-a-member",
            detail = "Only active members of uk.south-east.brighton-pavilion can. Join it first.")
    @Refuses(status = 409, code = "not-qualified", detail = "This needs the course \"On the doorstep\" first.")
    @Refuses(
            status = 409,
            code = "no-sign-offs",
            detail = "This practical is not done by sign-offs; the course's practicals say what makes it done.")
    @Refuses(
            status = 409,
            code = "signed-off-today",
            detail = "This was signed off today already. Go along once more on another day.")
    @Refuses(
            status = 409,
            code = "signed-off-by-you",
            detail = "You signed this off already. Somebody else goes along the next time.")
    @Refuses(status = 409, code = "step-state", detail = "This step is done already; look at the next one.")
    @Operation(operationId = "signOff", summary = "Sign off what a learner did with you", description = """
                    For active members of the course's group or one below it who hold its qualification; never for oneself. One
                    of their groups is the learner's, above it or below it; for others the learner is not there. One counts on
                    each day and of each person. With the last that is asked for, the step is done.
                    """)
    public RestResponse<SignOffView> sign(@RestPath UUID id, @Valid @NotNull NewSignOff wanted) {
        return idempotent.created(
                wanted,
                () -> signOffs.sign(caller.get(), id, wanted),
                SignOffView::id,
                again -> signOffs.show(caller.get(), again));
    }
}
