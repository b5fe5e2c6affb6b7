package org.barnstorm.training.enrolment;

import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.training.content.ModuleOutline;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is new in a course that somebody is qualified in. */
@Schema(name = "CatchUp", description = "What is new in a course that one is qualified in, and should be done.")
record CatchUpView(
        @Schema(description = "The qualification; it stays valid meanwhile.")
        UUID qualificationId,

        @Schema(description = "The course, in which one enrols to do what is new.")
        UUID courseId,

        @Schema(description = "What the course is called.", examples = "Organiser 101")
        String course,

        @Schema(description = "In which group one is qualified.")
        GroupPath group,

        @Schema(description = "The modules that are new or say something else.")
        List<ModuleOutline> modules) {}
