package org.barnstorm.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An import as those see it who may bring people in there. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Import", description = "A file with people: how far it is, what it would do and what it did.")
record ImportView(
        @Schema(description = "Id of the import.") UUID id,

        @Schema(description = "Group into which it brings people.", examples = "uk.south-east.brighton-pavilion")
        GroupPath group,

        @Schema(description = "Which tool the file is from.")
        Preset preset,

        @Schema(description = "How far it is.") MemberImport.Status status,

        @Schema(description = "Since when it is that far.") Instant statusSince,

        @Schema(description = "When the file was uploaded.") Instant uploadedAt,

        @Nullable @Schema(description = "When it was over.") Instant endedAt,

        @Schema(description = "What its lines would do; grows while it is CHECKING, and stays from the PREVIEW on.")
        Preview preview,

        @Schema(description = "What it has done; grows while it is RUNNING.")
        Progress progress,

        @Nullable
        @Schema(
                description =
                        "Why it FAILED, or was CANCELLED by itself: `malformed-csv`, `too-many-lines`, `not-started`, or the refusal that it met, such as `no-mandate`.",
                examples = "malformed-csv")
        String failure,

        @Nullable @Schema(description = "The last line of the file that could be read.", examples = "4711")
        Long failedAfter) {

    /** What the lines of a file would do. */
    @Schema(name = "ImportPreview", description = "How many lines of a file would do what.")
    record Preview(
            @Schema(description = "Lines with people, so far.", examples = "100")
            long lines,

            @Schema(description = "Somebody new is expected.", examples = "80")
            long creates,

            @Schema(description = "Expected already; what is known of them is completed.", examples = "5")
            long matches,

            @Schema(description = "They belong to the group, asked to or are invited: nothing to do.", examples = "5")
            long members,

            @Schema(
                    description =
                            "The same telephone as somebody with another address: for a person to decide, see `duplicates`. Undecided, they bring nobody.",
                    examples = "3")
            long duplicates,

            @Schema(description = "An earlier line has the address.", examples = "2")
            long repeated,

            @Schema(description = "Opted out; who is expected already is forgotten.", examples = "2")
            long optedOut,

            @Schema(description = "Do not want to be expected in this group.", examples = "0")
            long objected,

            @Schema(description = "Lines that are refused, see `errors`.", examples = "3")
            long refused,

            @Schema(
                    description = "Telephone numbers that are none; these people are brought in without.",
                    examples = "1")
            long unreadPhones,

            @Schema(description = "Some lines of each kind, by their number in the file.")
            List<Example> examples) {

        static Preview of(Tally tally, Map<Verdict, List<Long>> examples) {
            var shown = Stream.of(Verdict.values())
                    .flatMap(verdict ->
                            examples.getOrDefault(verdict, List.of()).stream().map(line -> new Example(line, verdict)))
                    .toList();
            return new Preview(
                    tally.lines(),
                    tally.creates(),
                    tally.matches(),
                    tally.members(),
                    tally.duplicates(),
                    tally.repeated(),
                    tally.optedOut(),
                    tally.objected(),
                    tally.refused(),
                    tally.unreadPhones(),
                    shown);
        }
    }

    /** A line and what it would do. */
    @Schema(name = "ImportExample", description = "A line and what it would do.")
    record Example(
            @Schema(description = "Where the line begins in the file; the first line has the columns.", examples = "2")
            long line,

            @Schema(description = "What it would do.") Verdict verdict) {}

    /** What an import has done. */
    @Schema(name = "ImportProgress", description = "What an import has done.")
    record Progress(
            @Schema(description = "Lines that have done what they do.", examples = "88")
            long handled,

            @Schema(description = "People who are expected now and were not.", examples = "80")
            long created,

            @Schema(description = "People who were expected already.", examples = "6")
            long updated,

            @Schema(description = "People who are expected no longer, because they opted out.", examples = "1")
            long forgotten) {}

    static ImportView of(MemberImport job, GroupPath group, Map<Verdict, List<Long>> examples) {
        return new ImportView(
                job.id(),
                group,
                job.source(),
                job.status(),
                job.statusSince(),
                job.uploadedAt(),
                job.endedAt(),
                Preview.of(job.tally(), examples),
                new Progress(job.handled(), job.created(), job.updated(), job.forgotten()),
                job.failure(),
                job.failedAfter());
    }
}
