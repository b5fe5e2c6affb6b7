package org.barnstorm.training.enrolment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far somebody is with one module. */
@Schema(
        description =
                "OPEN to be done; SUBMITTED waits for a trainer; RETURNED by a trainer, to be done better; EXHAUSTED no attempt at the quiz is left; DONE.")
public enum StepState {
    OPEN,
    /** Waits for a trainer. */
    SUBMITTED,
    /** A trainer said what to do better. */
    RETURNED,
    /** No attempt is left; a trainer can give another. */
    EXHAUSTED,
    DONE
}
