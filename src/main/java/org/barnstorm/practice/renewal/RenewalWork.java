package org.barnstorm.practice.renewal;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.ZoneOffset;
import org.barnstorm.task.kind.Kinds;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** So much verified work of a kind in the last months. */
@Embeddable
@Schema(description = "So much work of a kind that somebody else verified, in the last months.")
record RenewalWork(
        @NotNull
        @Pattern(regexp = Kinds.CODE, message = Kinds.CODE_RULE)
        @Size(max = 40)
        @Schema(description = "Kind of work, as tasks have it.", examples = "canvass")
        String kind,

        @NotNull @Min(1) @Max(1000) @Schema(description = "How many results.", examples = "6")
        Integer results,

        @NotNull @Min(1) @Max(60) @Schema(description = "Within how many months.", examples = "6")
        Integer months) {

    /** From when on work counts: so long ago, but never before the qualification that it renews. */
    Instant since(Instant now, Instant qualifiedAt) {
        var earliest = now.atOffset(ZoneOffset.UTC).minusMonths(months).toInstant();
        return earliest.isBefore(qualifiedAt) ? qualifiedAt : earliest;
    }
}
