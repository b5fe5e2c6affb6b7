package org.barnstorm.mandate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.member.AboutSomebody;
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.platform.idempotency.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@RolesAllowed("member")
@Tag(name = "mandates")
class EndingResource {
    private final CurrentCaller caller;
    private final MandateService mandates;
    private final RevocationService revocations;
    private final RestorationService restorations;
    private final SuccessionService successions;
    private final Idempotent idempotent;

    EndingResource(
            CurrentCaller caller,
            MandateService mandates,
            RevocationService revocations,
            RestorationService restorations,
            SuccessionService successions,
            Idempotent idempotent) {
        this.caller = caller;
        this.mandates = mandates;
        this.revocations = revocations;
        this.restorations = restorations;
        this.successions = successions;
        this.idempotent = idempotent;
    }

    @GET
    @Path("mandates/{id}/revocation-preview")
    @Refuses(status = 409, code = "mandate-revoked", detail = "This mandate has been revoked already.")
    @Operation(
            operationId = "previewRevocation",
            summary = "Show what revoking a mandate would end and move",
            description = """
                    The mandates that would end with it, and the open tasks that their holders look after, each with the lead
                    who would from then on. Needs MANDATE_REVOKE at its group, or that it is one's own. Nothing happens.
                    """)
    public TakeoverPreview preview(@RestPath UUID id) {
        return revocations.preview(caller.get(), id);
    }

    @POST
    @Path("mandates/{id}/revoke")
    @Refuses(
            status = 403,
            code = "own-grantor",
            detail = "Your own authority comes from this mandate. Ask a lead above both of you.")
    @Refuses(status = 409, code = "mandate-revoked", detail = "This mandate has been revoked already.")
    @Refuses(
            status = 409,
            code = "preview-stale",
            detail = "This is not what the preview showed: something was done or undone since. Look at it again.")
    @Operation(operationId = "revokeMandate", summary = "End a mandate at once", description = """
                    Needs MANDATE_REVOKE at its group, or that it is one's own. Once this has answered, no write that relies
                    on the mandate goes through, whatever token it comes with. What was delegated from it ends too, and the
                    open tasks that were looked after by it go to the nearest lead. For a week it can be restored.
                    """)
    public RestResponse<MandateView> revoke(@RestPath UUID id, @Valid @NotNull Revocation revocation) {
        return idempotent.done(
                revocation,
                () -> revocations.revoke(caller.get(), id, revocation),
                MandateView::id,
                mandate -> mandates.show(caller.get(), mandate));
    }

    @POST
    @Path("mandates/{id}/restore")
    @Refuses(status = 403, code = "self-grant", detail = "Nobody gives authority back to themselves.")
    @Refuses(status = 403, code = "ended-above", detail = "A lead further up has ended this. Ask them to undo it.")
    @Refuses(status = 409, code = "mandate-not-revoked", detail = "This mandate was not revoked by itself.")
    @Refuses(status = 409, code = "not-restorable", detail = "Only a revocation is taken back.")
    @Refuses(
            status = 409,
            code = "undo-too-late",
            detail = "It could be taken back until 2026-11-28T09:30:00Z. Grant a new mandate instead.")
    @Refuses(
            status = 409,
            code = "grantor-gone",
            detail = "The mandate that this one was delegated from has ended meanwhile.")
    @Refuses(
            status = 409,
            code = "suspended",
            detail = "This person is suspended here. Wait until it is over, or lift it.")
    @Refuses(status = 409, code = "too-few-vouches", detail = "Too few members still vouch for them.")
    @AboutSomebody
    @Operation(operationId = "restoreMandate", summary = "Take a revocation back", description = """
                    Within seven days everything is as it was: the mandate, what ended with it, and who looks after the tasks,
                    unless they have gone on to somebody else, or their former keeper may not go on with them now.
                    Needs MANDATE_REVOKE at its group, and that no lead further up revoked it. Never for oneself. What
                    vouches earned needs as many vouches as the rules ask for.
                    """)
    public RestResponse<MandateView> restore(@RestPath UUID id) {
        return idempotent.done(
                "",
                () -> restorations.restore(caller.get(), id),
                MandateView::id,
                mandate -> mandates.show(caller.get(), mandate));
    }

    @POST
    @Path("mandates/{id}/succession")
    @ResponseStatus(201)
    @Refuses(
            status = 403,
            code = "no-mandate",
            detail = "You hold no mandate for MANDATE_GRANT in uk.south-east.brighton-pavilion.")
    @Refuses(
            status = 403,
            code = "own-grantor",
            detail = "Your own authority comes from this mandate. Ask a lead above both of you.")
    @Refuses(
            status = 403,
            code = "beyond-own-authority",
            detail = "Your own mandate does not allow this grant: this mandate does not hand on authority.")
    @Refuses(status = 409, code = "mandate-revoked", detail = "This mandate has been revoked already.")
    @Refuses(
            status = 409,
            code = "needs-second-person",
            detail = "Two people grant this here. Have the successor appointed and confirmed first, then step down.")
    @Refuses(
            status = 409,
            code = "suspended",
            detail = "This person is suspended here. Wait until it is over, or lift it.")
    @Refuses(
            status = 409,
            code = "campaign-ended",
            detail = "This campaign is over. Make another one, or leave it out.")
    @Refuses(status = 422, code = "same-person", detail = "They hold this mandate already. Name somebody else.")
    @AboutSomebody
    @Operation(operationId = "passOnMandate", summary = "Step down or replace somebody, in one act", description = """
                    The successor gets a mandate like this one and looks after every open task under it; this one ends, with
                    what was delegated from it. By its holder, if it can be handed on; or by somebody with MANDATE_REVOKE
                    and MANDATE_GRANT at its group. Answers with the successor's mandate.
                    """)
    public RestResponse<MandateView> succeed(@RestPath UUID id, @Valid @NotNull NewSuccession succession) {
        return idempotent.created(
                succession,
                () -> successions.succeed(caller.get(), id, succession),
                MandateView::id,
                mandate -> mandates.show(caller.get(), mandate));
    }

    @POST
    @Path("mandates/{id}/deputies")
    @ResponseStatus(201)
    @Refuses(
            status = 403,
            code = "no-mandate",
            detail = "You hold no mandate for MANDATE_GRANT in uk.south-east.brighton-pavilion.")
    @Refuses(status = 403, code = "not-yours", detail = "Only who holds a mandate names a deputy for it.")
    @Refuses(status = 403, code = "self-grant", detail = "Nobody hands authority to themselves.")
    @Refuses(
            status = 403,
            code = "beyond-own-authority",
            detail = "Your own mandate does not allow this grant: it ends on 2027-11-21T09:30:00Z.")
    @Refuses(status = 409, code = "mandate-revoked", detail = "This mandate has been revoked already.")
    @Refuses(
            status = 409,
            code = "suspended",
            detail = "This person is suspended here. Wait until it is over, or lift it.")
    @Refuses(status = 422, code = "term-backwards", detail = "A mandate ends after it begins, and not in the past.")
    @AboutSomebody
    @Operation(operationId = "nameDeputy", summary = "Name a deputy for the time one is away", description = """
                    Delegates one's own mandate, or part of it, until a moment. The deputy cannot hand it on, and it ends with
                    the mandate that it came from.
                    """)
    public RestResponse<MandateView> deputise(@RestPath UUID id, @Valid @NotNull NewDeputy deputy) {
        return idempotent.created(
                deputy,
                () -> successions.deputise(caller.get(), id, deputy),
                MandateView::id,
                mandate -> mandates.show(caller.get(), mandate));
    }
}
