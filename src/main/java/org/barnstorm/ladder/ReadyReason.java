package org.barnstorm.ladder;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.UUID;
import org.barnstorm.mandate.Holders;
import org.barnstorm.training.Learnt;
import org.barnstorm.training.enrolment.Enrolments;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why somebody is ready for more. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Why somebody is ready for more.")
record ReadyReason(
        @Schema(description = "For programs.", examples = "WAITS_FOR_CONFIRMATION")
        Code code,

        @Schema(
                description = "For people, in English.",
                examples = "Did all of \"Organiser 101\" and waits for the last word of a lead.")
        String text,

        @Schema(description = "In which group.") NamedGroup group,

        @Nullable @Schema(description = "The course.") UUID courseId,

        @Nullable @Schema(description = "What it is called.", examples = "Organiser 101")
        String course,

        @Nullable @Schema(description = "What a lead confirms with confirmEnrolment.")
        UUID enrolmentId,

        @Nullable @Schema(description = "What another lead confirms with confirmMandate.")
        UUID mandateId,

        @Nullable @Schema(description = "So many members vouch for them.")
        Integer vouches,

        @Nullable @Schema(description = "So many it takes.") Integer vouchesNeeded) {

    /** Kinds of reasons, those that wait for somebody first. */
    @Schema(
            name = "ReadyReasonCode",
            description =
                    "WAITS_FOR_CONFIRMATION: did all modules, a lead has the last word. WAITS_FOR_SECOND_PERSON: a"
                            + " mandate that another lead confirms. QUALIFIED: took a course and holds no mandate in this part of"
                            + " the tree. ONE_VOUCH_SHORT: one more vouch, and they hold what the rule of the group says.")
    enum Code {
        WAITS_FOR_CONFIRMATION,
        WAITS_FOR_SECOND_PERSON,
        QUALIFIED,
        ONE_VOUCH_SHORT
    }

    static ReadyReason confirmation(NamedGroup group, String course, Enrolments.Waiting waiting) {
        var text = "Did all of \"" + course + "\" and waits for the last word of a lead.";
        return new ReadyReason(
                Code.WAITS_FOR_CONFIRMATION, text, group, waiting.courseId(), course, waiting.id(), null, null, null);
    }

    static ReadyReason secondPerson(NamedGroup group, Holders.Holding pending) {
        var text = "Is " + Words.role(pending.role()) + " once another lead has confirmed it.";
        return new ReadyReason(Code.WAITS_FOR_SECOND_PERSON, text, group, null, null, null, pending.id(), null, null);
    }

    static ReadyReason qualified(NamedGroup group, String course, Learnt.Counting qualification) {
        var text = "Is qualified by \"" + course + "\" and holds no mandate here yet.";
        return new ReadyReason(Code.QUALIFIED, text, group, qualification.courseId(), course, null, null, null, null);
    }

    static ReadyReason vouched(NamedGroup group, Holders.Vouched vouched) {
        var text = "Has " + vouched.have() + " of " + vouched.needed()
                + " vouches: the next one gives them what the rule of the group says.";
        return new ReadyReason(
                Code.ONE_VOUCH_SHORT, text, group, null, null, null, null, vouched.have(), vouched.needed());
    }
}
