package org.barnstorm.ladder;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Capability;
import org.barnstorm.task.Engagement;
import org.barnstorm.training.CourseRef;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that a step leads to. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Something that the step leads to.")
record Unlock(
        @Schema(description = "What it is.", examples = "CAPABILITIES")
        Code code,

        @Schema(
                description = "In English.",
                examples =
                        "In Brighton Pavilion you can then: make tasks, as drafts; see drafts; publish, change, close"
                                + " and cancel tasks.")
        String text,

        @Schema(description = "Whether you have it already and keep it by the step.", examples = "false")
        boolean kept,

        @Nullable @Schema(description = "Where it holds.") NamedGroup group,

        @Nullable @Schema(description = "For CAPABILITIES: what one may do.")
        List<CapabilityInWords> capabilities,

        @Nullable @Schema(description = "For CAPABILITIES: whether a lead has the last word first.", examples = "false")
        Boolean afterConfirmation,

        @Nullable @Schema(description = "For TASKS: so many open tasks for you need it now.")
        Long tasks,

        @Nullable @Schema(description = "For TASKS: of which kinds.")
        List<KindOfWork> kinds,

        @Nullable @Schema(description = "For COURSE: the course that one can take then.")
        UUID courseId,

        @Nullable @Schema(description = "For COURSE: what it is called.")
        String course,

        @Nullable @Schema(description = "For TRUST: the level.")
        Integer level) {

    /** Kinds of what can be unlocked, the weightiest first. */
    @Schema(
            name = "UnlockCode",
            description =
                    "CAPABILITIES: what you may do there. TASKS: open tasks that you may take. TRUST: how far you are"
                            + " trusted. COURSE: a course that needs this one first.")
    enum Code {
        CAPABILITIES(4),
        TASKS(2),
        TRUST(2),
        COURSE(1);

        final int weight;

        Code(int weight) {
            this.weight = weight;
        }
    }

    static Unlock capabilities(NamedGroup where, Collection<Capability> what, boolean kept, boolean afterConfirmation) {
        var words = CapabilityInWords.of(what);
        var text = Words.capabilities(where, words, kept, afterConfirmation);
        return new Unlock(Code.CAPABILITIES, text, kept, where, words, afterConfirmation, null, null, null, null, null);
    }

    static Unlock tasks(Engagement.Opened opened, boolean kept) {
        var kinds = opened.kinds().entrySet().stream()
                .map(kind -> new KindOfWork(kind.getKey(), kind.getValue()))
                .toList();
        var text = Words.tasks(opened.tasks(), kinds, kept);
        return new Unlock(Code.TASKS, text, kept, null, null, null, opened.tasks(), kinds, null, null, null);
    }

    static Unlock trust(NamedGroup where, int level) {
        return new Unlock(
                Code.TRUST, Words.trust(where, level), false, where, null, null, null, null, null, null, level);
    }

    static Unlock course(CourseRef course) {
        var text = "You can then take \"" + course.title() + "\".";
        return new Unlock(Code.COURSE, text, false, null, null, null, null, null, course.id(), course.title(), null);
    }
}
