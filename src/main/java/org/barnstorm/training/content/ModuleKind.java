package org.barnstorm.training.content;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How one learns in a module, and how it is done. */
@Schema(
        description =
                "READING and VIDEO: the learner says so. QUIZ: by passing it. ASSIGNMENT: a link that a trainer accepts. LIVE_SESSION: a trainer says who was there. PRACTICAL: verified work or sign-offs, as the course says, or a trainer.")
public enum ModuleKind {
    READING,
    VIDEO,
    QUIZ,
    ASSIGNMENT,
    /** Together, at a time; whoever held it says who was there. */
    LIVE_SESSION,
    /** In real work; whoever saw it says so. */
    PRACTICAL;

    /** Whether the learner's own word is enough. */
    public boolean isDoneByWord() {
        return this == READING || this == VIDEO;
    }

    /** Whether it is done by what somebody else saw. */
    public boolean isAttested() {
        return this == LIVE_SESSION || this == PRACTICAL;
    }
}
