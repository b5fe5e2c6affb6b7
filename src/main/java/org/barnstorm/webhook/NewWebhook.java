package org.barnstorm.webhook;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A webhook to be made. */
@Schema(description = "A webhook to be made: the changes of which part of the tree go where.")
record NewWebhook(
        @NotNull @Schema(description = "Changes of this group and those below it.")
        GroupPath group,

        @NotBlank
        @Size(max = Destination.LONGEST)
        @Schema(
                description =
                        "Where changes are sent: https, a host's name in public DNS, a path. Nothing else is followed or resolved.",
                examples = "https://hooks.example.org/barnstorm")
        String url,

        @Nullable
        @Size(max = WebhookContent.MOST_TYPES)
        @Schema(
                description = "Only these types of things or of changes; left out for all that you may see.",
                examples = "[\"task\", \"assignment.verified\"]")
        List<@NotNull @Size(max = 60) @Pattern(regexp = WebhookContent.TYPE) String> types) {

    WebhookContent content() {
        return new WebhookContent(url, types == null ? List.of() : types, true);
    }
}
