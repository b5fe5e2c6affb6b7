package org.barnstorm.mandate;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import org.barnstorm.authority.Budget;
import org.barnstorm.authority.GroupPath;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody may do today, and whether their tasks are looked at first. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Budgets",
        description = "What one may do today, and whether one's tasks are looked at before they open.")
record BudgetsView(
        @Schema(description = "The group.") GroupPath group,

        @Schema(description = "How far one is trusted there.", examples = "ORGANISER")
        Standing standing,

        @Nullable
        @Schema(description = "Until when one's tasks are looked at before they open; absent if they are not.")
        ProbationView probation,

        @Schema(description = "What the day has, and what is used of it in all groups together.")
        List<Item> budgets,

        @Schema(description = "When nothing is used any more, in UTC.", examples = "2026-11-22T00:00:00Z")
        Instant refillsAt) {

    /** One budget. */
    @Schema(name = "DailyBudget", description = "What a day has of something, and what is used of it.")
    record Item(
            @Schema(description = "What is counted.", examples = "TASKS")
            Budget budget,

            @Schema(description = "How many in a day.", examples = "100")
            int limit,

            @Schema(description = "How many today.", examples = "3")
            int used) {}

    /** What is still missing. */
    @Schema(name = "Probation", description = "When one's tasks are no longer looked at before they open.")
    record ProbationView(
            @Schema(description = "How many tasks of one's own have been open in this movement.", examples = "1")
            int opened,

            @Schema(description = "So many have to have been.", examples = "3")
            int needed,

            @Schema(description = "So many days after the mandate began; 0 for any number.", examples = "0")
            int days) {}
}
