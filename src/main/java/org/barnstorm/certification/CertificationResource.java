package org.barnstorm.certification;

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
@Tag(name = "certification", description = "Groups that have leads, members and verified work, and what that unlocks.")
class CertificationResource {
    private final CurrentCaller caller;
    private final CertificationService certifications;
    private final Pages pages;

    CertificationResource(CurrentCaller caller, CertificationService certifications, Pages pages) {
        this.caller = caller;
        this.certifications = certifications;
        this.pages = pages;
    }

    @GET
    @Path("groups/{path}/certification")
    @Operation(
            operationId = "getCertification",
            summary = "Show how a group stands to its certification",
            description = """
                    Whether it is certified, and when that ends if it is known. Its active members, and those who may see who is a
                    member, also see each criterion: how many there are, how many are needed, until when that is enough.
                    """)
    public CertificationView show(@RestPath GroupPath path) {
        return certifications.show(caller.get(), path);
    }

    @GET
    @Path("groups/{path}/certifications")
    @Operation(
            operationId = "listCertifications",
            summary = "List groups that are or were certified",
            description =
                    "The group and those below it; without those that never were. For everybody, like the directory.")
    public Page<CertificationView> list(
            @RestPath GroupPath path,
            @RestQuery @Parameter(description = "Only those that stand like this.") Certification.Status status,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Items per page.") int limit,
            @RestQuery @Parameter(description = "`next` of the page before.") String cursor) {
        return pages.page(certifications.list(caller.get(), path, status, pages.window(limit, cursor)));
    }
}
