package org.barnstorm.training.certificate;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a certificate shows of its holder. */
@Schema(description = "What a certificate shows of its holder.")
record NewCertificate(
        @NotNull
        @Schema(
                description = "Whether everybody who has the link sees one's name, as the profile has it then.",
                examples = "false")
        Boolean showName) {}
