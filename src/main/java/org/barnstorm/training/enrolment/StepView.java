package org.barnstorm.training.enrolment;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import org.barnstorm.training.content.ModuleKind;
import org.barnstorm.training.content.ModuleOutline;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One step of an enrolment. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "EnrolmentStep", description = "How far somebody is with one module.")
record StepView(
        @Schema(description = "Its name in addresses.", examples = "listening")
        String module,

        @Schema(description = "How it is done.", examples = "READING")
        ModuleKind kind,

        @Schema(description = "What it is called.", examples = "How to listen")
        String title,

        @Nullable @Schema(description = "About how many minutes it takes.", examples = "10")
        Integer minutes,

        @Schema(description = "How far one is with it.", examples = "OPEN")
        StepState state,

        @Nullable @Schema(description = "What was submitted.", examples = "https://docs.example.org/my-plan")
        String link,

        @Nullable @Schema(description = "What the learner said about it.", examples = "The second page is the map.")
        String note,

        @Nullable @Schema(description = "What a trainer said about it.", examples = "Add who you would ask first.")
        String comment,

        @Nullable @Schema(description = "When it changed last, in UTC.", examples = "2026-11-21T09:30:00Z")
        Instant changedAt) {

    static StepView of(Step step, ModuleOutline module) {
        return new StepView(
                step.module(),
                step.kind(),
                module.title(),
                module.minutes(),
                step.state(),
                step.link(),
                step.note(),
                step.comment(),
                step.changedAt());
    }
}
