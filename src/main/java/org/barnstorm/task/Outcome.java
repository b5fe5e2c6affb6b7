package org.barnstorm.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.barnstorm.task.kind.Kinds;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How it went. */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "How it went.")
record Outcome(
        @NotNull
        @Pattern(regexp = Kinds.CODE, message = Kinds.CODE_RULE)
        @Size(max = 40)
        @Column(name = "outcome_code")
        @Schema(description = "In a code that can be counted.", examples = "doors-knocked")
        String code,

        @Min(0) @Schema(description = "How many, where that means something.", examples = "42")
        Integer quantity,

        @Size(max = 2000)
        @Schema(
                description = "What the next person should know. Not in the journal.",
                examples = "Elm Grove is done up to number 40.")
        String note,

        @Pattern(regexp = "https://\\S+", message = "must be a link that begins with https://")
        @Size(max = 500)
        @Schema(
                description = "Where one can see it, for example a photo of the sheet. Not in the journal.",
                examples = "https://photos.example.org/elm-grove")
        String evidence) {}
