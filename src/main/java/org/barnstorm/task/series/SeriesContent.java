package org.barnstorm.task.series;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.task.NewTask;
import org.barnstorm.task.template.Outline;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a series says: what is to be done, and when again. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What can be edited of a series: everything but its group.")
record SeriesContent(
        @Valid @NotNull @Schema(description = "What its tasks say; title and effortMinutes are needed.")
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

        @NotNull
        @Schema(type = SchemaType.STRING, description = "IANA time zone of the place.", examples = "Europe/London")
        ZoneId zone,

        @NotNull @Min(1) @Max(10080) @Schema(description = "For how many minutes each goes on.", examples = "120")
        Integer durationMinutes,

        @NotNull @Schema(description = "Whether its tasks open at once; otherwise they are drafts.", examples = "true")
        Boolean publish) {

    Recurrence recurrence() {
        return new Recurrence(rrule, start, zone);
    }

    /** The same with a rule written as the library does. */
    SeriesContent with(Recurrence checked) {
        return new SeriesContent(content, checked.rrule(), start, zone, durationMinutes, publish);
    }

    /** The task at one of its times. It goes on for so many minutes, also when the clock is changed meanwhile. */
    NewTask task(GroupPath group, LocalDateTime time) {
        var startsAt = recurrence().at(time);
        return content.task(group, zone, startsAt, startsAt.plus(Duration.ofMinutes(durationMinutes)));
    }
}
