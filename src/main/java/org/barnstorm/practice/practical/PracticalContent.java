package org.barnstorm.practice.practical;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What makes a practical done. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What makes a PRACTICAL done: all that is said here. With nothing, a trainer says so.")
record PracticalContent(
        @Valid
        @Nullable
        @Schema(description = "Work that somebody else verified, done since one enrolled; left out for none.")
        PracticalWork work,

        @Min(1)
        @Max(20)
        @Nullable
        @Schema(
                description =
                        "How many people who hold the qualification sign it off, each on another day; left out for none.",
                examples = "2")
        Integer signOffs) {

    /** Whether so much is enough; where nothing is asked for, nothing is. */
    boolean isMetBy(long results, long signed) {
        if (work == null && signOffs == null) return false;
        return (work == null || results >= work.results()) && (signOffs == null || signed >= signOffs);
    }
}
