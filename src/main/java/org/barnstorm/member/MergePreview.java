package org.barnstorm.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a merge would do, or what is in its way. */
@Schema(name = "AccountMergePreview", description = "What a merge would do, or what is in its way.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MergePreview(
        @Schema(
                description = "Name in the profile of the account that would go. Go on only if it is yours.",
                examples = "Ada King")
        String name,

        @Nullable @Schema(description = "Its e-mail address; absent if it has none.", examples = "ada.king@example.org")
        String email,

        @Schema(description = "What would become yours; empty while something is in the way.")
        List<Taken> taken,

        @Schema(description = "What is in the way; empty when the merge can be done.")
        List<Obstacle> obstacles) {

    static MergePreview of(Person gone, List<Taken> taken, List<Obstacle> obstacles) {
        return new MergePreview(gone.profile().name(), gone.email(), taken, obstacles);
    }

    /** So many of a kind. */
    @Schema(name = "MergeTaken", description = "So many things of a kind.")
    record Taken(
            @Schema(description = "Of which kind.", examples = "memberships")
            String what,

            @Schema(description = "How many.", examples = "2")
            int count) {}

    /** Something to be done first. */
    @Schema(name = "MergeObstacle", description = "Something that has to be put right before two members become one.")
    record Obstacle(
            @Schema(description = "Stable; the list is in docs/merging.md.", examples = "same-task")
            String code,

            @Schema(description = "What it is.", examples = "Both have a place in the same task, or wait for one.")
            String detail,

            @Schema(
                    description = "What to do about it.",
                    examples = "With one of the accounts, give the place back or leave the wait list.")
            String remedy) {

        static Obstacle of(MemberShare.Hurdle hurdle) {
            return new Obstacle(hurdle.code(), hurdle.detail(), hurdle.remedy());
        }
    }
}
