package org.barnstorm.task.series;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.task.template.Outline;
import org.barnstorm.task.template.Templates;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A series to be made. */
@Schema(
        description =
                "A series to be made: from a template, from `content`, or from a template with some fields of `content`.")
record NewSeries(
        @NotNull @Schema(description = "The group its tasks belong to.")
        GroupPath group,

        @Schema(description = "A template of the group or of one above it; left out if `content` says all.")
        UUID templateId,

        @Valid
        @Schema(
                description =
                        "What its tasks say, instead of the template or besides; title and effortMinutes are needed.")
        Outline content,

        @NotBlank
        @Size(max = Recurrence.LONGEST)
        @Schema(description = "When again: a rule of RFC 5545, section 3.3.10.", examples = "FREQ=WEEKLY;BYDAY=TU")
        String rrule,

        @NotNull
        @Schema(
                description = "The first time, on the wall clock of the place; the rule has to give it.",
                examples = "2026-12-01T18:00:00")
        LocalDateTime start,

        @Schema(
                type = SchemaType.STRING,
                description = "IANA time zone of the place; the group's, if left out.",
                examples = "Europe/London")
        ZoneId zone,

        @Min(1)
        @Max(10080)
        @Schema(
                description =
                        "For how many minutes each goes on; as the template says, or as long as the effort, if left out.",
                examples = "120")
        Integer durationMinutes,

        @Schema(description = "Whether its tasks open at once; otherwise they are drafts.", examples = "true")
        Boolean publish) {

    boolean opensAtOnce() {
        return Boolean.TRUE.equals(publish);
    }

    /** @param plan the template's; empty when there is none */
    SeriesContent content(Templates.Plan plan, ZoneId groupsZone) {
        var outline = plan.outline().with(content);
        var minutes = durationMinutes == null ? plan.durationMinutes() : durationMinutes;
        return new SeriesContent(
                outline,
                rrule,
                start,
                zone == null ? groupsZone : zone,
                minutes == null ? outline.effortMinutes() : minutes,
                opensAtOnce());
    }
}
