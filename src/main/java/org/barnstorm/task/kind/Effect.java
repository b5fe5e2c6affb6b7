package org.barnstorm.task.kind;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a result means for the place. */
@Schema(
        name = "OutcomeEffect",
        description = "CLOSES: the work is done. REOPENS: the person tried, and somebody should try again.")
public enum Effect {
    /** The work is done; the place stays taken. */
    CLOSES,
    /** Somebody should try again; the place is free. */
    REOPENS
}
