package org.barnstorm.mandate;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.barnstorm.authority.Capability;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The rules for grants that hold in a group. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MandateRules", description = "The rules for grants that hold in a group: its own and those from above.")
record RulesView(
        @Nullable @Schema(description = "Id of the group's own rules, if it has any.")
        UUID id,

        @Schema(description = "The group.") GroupPath group,

        @Schema(
                description = "A grant with one of these waits for a second person.",
                examples = "[\"JOURNAL_READ\", \"MANDATE_GRANT\"]")
        SortedSet<Capability> twoPerson,

        @Nullable @Schema(description = "What vouches earn; absent when no group says it.")
        Earned vouching) {

    /** What vouches earn here. */
    @Schema(name = "VouchingRule", description = "What members earn for whom enough others vouch, and who says so.")
    record Earned(
            @Schema(description = "So many members have to vouch.", examples = "3")
            int needed,

            @Schema(description = "What the person may then do.", examples = "[\"TASK_CREATE\", \"TASK_EDIT\"]")
            SortedSet<Capability> capabilities,

            @Schema(description = "For so many days.", examples = "90")
            int days,

            @Schema(description = "The group that says so.") GroupPath saidBy) {

        static Earned of(Rule.Vouching vouching, GroupPath saidBy) {
            return new Earned(vouching.needed(), new TreeSet<>(vouching.capabilities()), vouching.days(), saidBy);
        }
    }
}
