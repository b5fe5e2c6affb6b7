package org.barnstorm.ladder;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that somebody can do to get further, or that they wait for.
 *
 * @param closeness of steps of one kind, the one with the higher number comes first
 */
record Rung(Code code, long closeness, About about, List<Unlock> unlocks, Action action) {
    /** Kinds of steps in the order in which they are shown: what is lost otherwise, what is begun, what is new, what waits. */
    @Schema(
            name = "NextStepCode",
            description = "RENEW_QUALIFICATION: it runs out, or ran out lately. FINISH_COURSE: all is done, ask for the"
                    + " qualification. CONTINUE_COURSE: the next module. CLAIM_TASK: work whose result others confirm."
                    + " ASK_FOR_VOUCHES: so many are missing. TAKE_COURSE: enrol. ASK_TRAINER: a course without modules,"
                    + " whose trainers record who took it. JOIN_GROUP: you are in none. WAIT_FOR_CONFIRMATION: a lead has"
                    + " the last word. WAIT_FOR_TRAINER: somebody looks at what you did. WAIT_FOR_SECOND_PERSON: another"
                    + " lead confirms your mandate.")
    enum Code {
        RENEW_QUALIFICATION,
        FINISH_COURSE,
        CONTINUE_COURSE,
        CLAIM_TASK,
        ASK_FOR_VOUCHES,
        TAKE_COURSE,
        ASK_TRAINER,
        JOIN_GROUP,
        WAIT_FOR_CONFIRMATION,
        WAIT_FOR_TRAINER,
        WAIT_FOR_SECOND_PERSON
    }

    /** How much it leads to. */
    int weight() {
        return unlocks.stream().mapToInt(unlock -> unlock.code().weight).sum();
    }
}
