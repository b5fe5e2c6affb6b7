package org.barnstorm.task.series;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.http.Versioned;
import org.barnstorm.task.InstanceView;
import org.barnstorm.task.template.Outline;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A series as organisers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Series", description = "Work that comes again.")
record SeriesView(
        @Schema(description = "Id of the series.") UUID id,

        @Schema(description = "Content version, as in the ETag.", examples = "0")
        long version,

        @Schema(description = "The group its tasks belong to.")
        GroupPath group,

        @Schema(description = "Whether it makes further tasks.", examples = "RUNNING")
        Status status,

        @Nullable @Schema(description = "The template that its content came from.")
        UUID templateId,

        @Nullable @Schema(description = "The series that it goes on from, after an edit of one and the following.")
        UUID continuesId,

        @Schema(description = "What its tasks say.") Outline content,

        @Schema(description = "When again: a rule of RFC 5545, section 3.3.10.", examples = "FREQ=WEEKLY;BYDAY=TU")
        String rrule,

        @Schema(description = "The first time, on the wall clock of the place.", examples = "2026-12-01T18:00:00")
        LocalDateTime start,

        @Schema(type = SchemaType.STRING, description = "IANA time zone of the place.", examples = "Europe/London")
        ZoneId zone,

        @Schema(description = "For how many minutes each goes on.", examples = "120")
        int durationMinutes,

        @Schema(description = "Whether its tasks open at once; otherwise they are drafts.", examples = "true")
        boolean publish,

        @Nullable
        @Schema(description = "From this time on another series goes on, or none.", examples = "2027-03-02T18:00:00")
        LocalDateTime endsBefore,

        @Nullable @Schema(description = "When somebody ended it, in UTC.")
        Instant endedAt,

        @Nullable
        @Schema(
                description = "When the first of its times is for which there is no task yet, in UTC.",
                examples = "2026-12-29T18:00:00Z")
        Instant nextAt,

        @Nullable @Schema(description = "Times that it leaves out; only when one series is shown.")
        List<LocalDateTime> skipped,

        @Nullable @Schema(description = "Its tasks that are to come or going on; only when one series is shown.")
        List<InstanceView> upcoming,

        @Schema(description = "Member who made it.") UUID createdBy,

        @Schema(description = "When it was made, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant createdAt)
        implements Versioned {

    /** Whether a series makes further tasks. */
    @Schema(
            name = "SeriesStatus",
            description =
                    "RUNNING makes tasks ahead of time. FINISHED has come to the end of its rule, or to where another"
                            + " series goes on. ENDED was ended by somebody.")
    enum Status {
        RUNNING,
        FINISHED,
        ENDED
    }

    static SeriesView of(Series series, GroupPath group) {
        return of(series, group, null, null);
    }

    static SeriesView of(Series series, GroupPath group, List<LocalDateTime> skipped, List<InstanceView> upcoming) {
        var content = series.content();
        return new SeriesView(
                series.id(),
                series.version(),
                group,
                status(series),
                series.templateId(),
                series.continuesId(),
                content.content(),
                content.rrule(),
                content.start(),
                content.zone(),
                content.durationMinutes(),
                content.publish(),
                series.endsBefore(),
                series.endedAt(),
                series.endedAt() == null ? series.nextAt() : null,
                skipped,
                upcoming,
                series.createdBy(),
                series.createdAt());
    }

    private static Status status(Series series) {
        if (series.endedAt() != null) return Status.ENDED;
        return series.nextAt() == null ? Status.FINISHED : Status.RUNNING;
    }
}
