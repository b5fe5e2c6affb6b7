package org.barnstorm.task.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be edited of a template. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What can be edited of a template: everything but its group.")
record TemplateContent(
        @NotBlank @Size(max = 200) @Schema(description = "What organisers call it.", examples = "Evening phone bank")
        String name,

        @Min(1)
        @Max(10080)
        @Schema(
                description =
                        "For how many minutes it goes on, when it has a time; as long as the effort, if left out.",
                examples = "120")
        Integer durationMinutes,

        @Valid @NotNull @Schema(description = "What tasks made from it say; title and effortMinutes are needed.")
        Outline content) {}
