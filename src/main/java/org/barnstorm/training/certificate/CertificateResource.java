package org.barnstorm.training.certificate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.barnstorm.authority.CurrentCaller;
import org.barnstorm.platform.contract.Refuses;
import org.barnstorm.platform.idempotency.Idempotent;
import org.barnstorm.platform.paging.Page;
import org.barnstorm.platform.paging.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@RolesAllowed("member")
@Tag(name = "certificates", description = "Public links to the proof of a qualification.")
class CertificateResource {
    private final CurrentCaller caller;
    private final CertificateService certificates;
    private final Pages pages;
    private final Idempotent idempotent;

    CertificateResource(CurrentCaller caller, CertificateService certificates, Pages pages, Idempotent idempotent) {
        this.caller = caller;
        this.certificates = certificates;
        this.pages = pages;
        this.idempotent = idempotent;
    }

    @POST
    @Path("qualifications/{id}/certificates")
    @ResponseStatus(201)
    @Refuses(
            status = 403,
            code = "not-your-qualification",
            detail = "Only who holds a qualification shows it to others.")
    @Refuses(
            status = 409,
            code = "qualification-over",
            detail = "This qualification has run out or was withdrawn. Take the course again first.")
    @Refuses(
            status = 409,
            code = "certificates-off",
            detail = "This service issues no certificates: it has no key to sign them with. Ask whoever runs it.")
    @Operation(operationId = "issueCertificate", summary = "Show a qualification to others", description = """
                    One's own, while it is valid. The answer has a link, this once: whoever has it sees the course, the date, how
                    long it is valid and, if one chose so, one's name; and gets an Open Badges 3.0 credential. A program that
                    repeats the request with the same key gets the certificate without the link.
                    """)
    public RestResponse<CertificateView> issue(@RestPath UUID id, @Valid @NotNull NewCertificate wanted) {
        return idempotent.created(
                wanted,
                () -> certificates.issue(caller.get(), id, wanted),
                CertificateView::id,
                again -> certificates.show(caller.get(), again));
    }

    @GET
    @Path("me/certificates")
    @Operation(
            operationId = "listMyCertificates",
            summary = "List the certificates one issued",
            description = "One's own, the oldest first, revoked ones too; without their links.")
    public Page<CertificateView> mine(
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(certificates.mine(caller.get(), pages.window(limit, cursor)));
    }

    @DELETE
    @Path("certificates/{id}")
    @Operation(operationId = "revokeCertificate", summary = "Make a link lead nowhere", description = """
                    One's own certificate. From this answer on the link shows nothing, and the credential's bit in its status
                    list says that it was revoked. The qualification stays. Revoked again, it stays as it is.
                    """)
    public CertificateView revoke(@RestPath UUID id) {
        return certificates.revoke(caller.get(), id);
    }
}
