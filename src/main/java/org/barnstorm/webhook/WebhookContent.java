package org.barnstorm.webhook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What its owner can change about a webhook. */
@Schema(description = "What the owner of a webhook can change.")
record WebhookContent(
        @NotBlank
        @Size(max = Destination.LONGEST)
        @Schema(
                description =
                        "Where changes are sent: https, a host's name in public DNS, a path. Nothing else is followed or resolved.",
                examples = "https://hooks.example.org/barnstorm")
        String url,

        @NotNull
        @Size(max = MOST_TYPES)
        @Schema(
                description = "Only these types of things or of changes; empty for all that its owner may see.",
                examples = "[\"task\", \"assignment.verified\"]")
        List<@NotNull @Size(max = 60) @Pattern(regexp = TYPE) String> types,

        @NotNull @Schema(description = "Whether changes are sent. While they are not, they wait.", examples = "true")
        Boolean active) {
    static final int MOST_TYPES = 50;
    static final String TYPE = "^[a-z]+(\\.[a-z-]+)?$";
}
