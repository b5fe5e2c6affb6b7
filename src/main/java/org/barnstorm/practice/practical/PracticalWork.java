package org.barnstorm.practice.practical;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.barnstorm.task.kind.Kinds;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** So much verified work of a kind. */
@Embeddable
@Schema(description = "So much work of a kind that somebody else verified.")
record PracticalWork(
        @NotNull
        @Pattern(regexp = Kinds.CODE, message = Kinds.CODE_RULE)
        @Size(max = 40)
        @Schema(description = "Kind of work, as tasks have it.", examples = "canvass")
        String kind,

        @NotNull @Min(1) @Max(100) @Column(name = "results") @Schema(description = "How many results.", examples = "1")
        Integer results) {}
