package org.barnstorm.practice.practical;

import org.barnstorm.training.enrolment.AttestedSteps.AttestedStep;

/**
 * How far a learner is with a practical.
 *
 * @param rule null when there is none
 * @param results how much of the work was verified
 * @param signed how many people signed it off
 */
record Standing(AttestedStep step, Practical rule, long results, long signed) {
    /** Whether it is done by this. */
    boolean isEnough() {
        return rule != null
                && !step.isDone()
                && rule.isFor(step.memberId())
                && rule.content().isMetBy(results, signed);
    }
}
