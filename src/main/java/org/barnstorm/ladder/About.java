package org.barnstorm.ladder;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import org.barnstorm.authority.Role;
import org.barnstorm.training.enrolment.Enrolments;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The values in the text of a step, for clients that say it in another language. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "StepAbout", description = "The values in the step's text, to say it in another language.")
record About(
        @Nullable @Schema(description = "In which group.") NamedGroup group,

        @Nullable @Schema(description = "Title of the course.", examples = "On the doorstep")
        String course,

        @Nullable @Schema(description = "Title of the module.", examples = "What would you do?")
        String module,

        @Nullable @Schema(description = "The module's place among all, from 1.", examples = "3")
        Integer position,

        @Nullable @Schema(description = "How many modules there are.", examples = "5")
        Integer modules,

        @Nullable @Schema(description = "Title of the task.")
        String task,

        @Nullable @Schema(description = "The role of the mandate.")
        Role role,

        @Nullable @Schema(description = "How many are missing: vouches, or confirmed results.")
        Long missing,

        @Nullable @Schema(description = "When it runs out, or ran out, in UTC.")
        Instant until) {

    static final About NOTHING = new About(null, null, null, null, null, null, null, null, null);

    static About group(NamedGroup group) {
        return new About(group, null, null, null, null, null, null, null, null);
    }

    static About course(NamedGroup group, String course) {
        return new About(group, course, null, null, null, null, null, null, null);
    }

    About module(Enrolments.Next next) {
        return new About(group, course, next.title(), next.position(), next.of(), task, role, missing, until);
    }

    About task(String title) {
        return new About(group, course, module, position, modules, title, role, missing, until);
    }

    About role(Role held) {
        return new About(group, course, module, position, modules, task, held, missing, until);
    }

    About missing(long number) {
        return new About(group, course, module, position, modules, task, role, number, until);
    }

    About until(Instant end) {
        return new About(group, course, module, position, modules, task, role, missing, end);
    }
}
