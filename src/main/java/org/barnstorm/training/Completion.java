package org.barnstorm.training;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What doing all modules of a course leads to. */
@Schema(
        name = "CourseCompletion",
        description = "AUTOMATIC: who did all modules is qualified. CONFIRMED: a lead of the group says so.")
enum Completion {
    /** Who did all modules is qualified. */
    AUTOMATIC,
    /** Whoever may hand on authority in the learner's group has the last word. */
    CONFIRMED
}
