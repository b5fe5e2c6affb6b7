package org.barnstorm.training.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A module as everybody sees it who thinks of taking the course. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A module as everybody sees it who thinks of taking the course.")
public record ModuleOutline(
        @Schema(description = "Its name in addresses.", examples = "listening")
        String key,

        @Schema(description = "How it is done.", examples = "READING")
        ModuleKind kind,

        @Schema(description = "What it is called.", examples = "How to listen")
        String title,

        @Nullable @Schema(description = "About how many minutes it takes.", examples = "10")
        Integer minutes,

        @Schema(description = "Whether doing it again renews a qualification.", examples = "true")
        boolean refresher) {

    public static ModuleOutline of(CourseModule module) {
        return new ModuleOutline(module.key(), module.kind(), module.title(), module.minutes(), module.refreshes());
    }
}
