package org.barnstorm.training.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A certificate as its holder sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Certificate", description = "A public link to the proof of a qualification.")
record CertificateView(
        @Schema(description = "Id of the certificate; it opens nothing.")
        UUID id,

        @Schema(description = "The qualification that it proves.")
        UUID qualificationId,

        @Schema(description = "Whether it shows its holder's name.", examples = "false")
        boolean showsName,

        @Nullable
        @Schema(
                description =
                        "The link, for whoever should see it; only in the first answer to issuing it. Whoever lost it issues another.",
                examples = "https://barnstorm.example.org/certificates/3f1n0Zy2qkqJm1o0c7aXw4vKcT5b9R2e")
        String link,

        @Schema(description = "When it was issued, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant issuedAt,

        @Nullable @Schema(description = "Since when the link leads nowhere, in UTC.", examples = "2026-12-01T09:30:00Z")
        Instant revokedAt) {

    static CertificateView of(Certificate certificate, String link) {
        return new CertificateView(
                certificate.id(),
                certificate.qualificationId(),
                certificate.showsName(),
                link,
                certificate.issuedAt(),
                certificate.revokedAt());
    }
}
