package org.barnstorm.mandate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.barnstorm.authority.Capability;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a group is to ask of grants from now on. */
@Schema(description = "What a group, and everything below it, asks of grants from now on.")
record NewRules(
        @NotNull
        @Schema(
                description = "A grant with one of these waits for a second person. Empty: none.",
                examples = "[\"MANDATE_GRANT\", \"JOURNAL_READ\"]")
        Set<@NotNull Capability> twoPerson,

        @Valid @Schema(description = "What vouches earn. Left out: what a group further up says, or nothing.")
        Vouched vouching) {

    /** A bundle that people earn who are vouched for. */
    @Schema(name = "Vouching", description = "What members earn for whom enough others vouch.")
    record Vouched(
            @NotNull @Min(2) @Max(20) @Schema(description = "So many members have to vouch.", examples = "3")
            Integer needed,

            @NotEmpty
            @Schema(description = "What the person may then do.", examples = "[\"TASK_CREATE\", \"TASK_EDIT\"]")
            Set<@NotNull Capability> capabilities,

            @NotNull @Min(1) @Max(366) @Schema(description = "For so many days.", examples = "90")
            Integer days) {

        Rule.Vouching rule() {
            return new Rule.Vouching(needed, capabilities, days);
        }
    }

    Rule.Vouching rule() {
        return vouching == null ? null : vouching.rule();
    }
}
