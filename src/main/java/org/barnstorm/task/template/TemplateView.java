package org.barnstorm.task.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.http.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A template as organisers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Template", description = "A task that is made again and again.")
record TemplateView(
        @Schema(description = "Id of the template.") UUID id,

        @Schema(description = "Content version, as in the ETag.", examples = "0")
        long version,

        @Schema(description = "Where it can be used: this group and everything below it.")
        GroupPath group,

        @Schema(description = "What organisers call it.", examples = "Evening phone bank")
        String name,

        @Nullable @Schema(description = "For how many minutes it goes on, when it has a time.", examples = "120")
        Integer durationMinutes,

        @Schema(description = "What tasks made from it say.")
        Outline content,

        @Nullable @Schema(description = "Since when nothing more is made from it, in UTC.")
        Instant retiredAt,

        @Schema(description = "Member who made it.") UUID createdBy,

        @Schema(description = "When it was made, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant createdAt)
        implements Versioned {

    static TemplateView of(Template template, GroupPath group) {
        var content = template.content();
        return new TemplateView(
                template.id(),
                template.version(),
                group,
                content.name(),
                content.durationMinutes(),
                content.content(),
                template.retiredAt(),
                template.createdBy(),
                template.createdAt());
    }
}
