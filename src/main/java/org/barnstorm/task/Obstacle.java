package org.barnstorm.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What keeps somebody from a place, as a claim would say it, and what to do about it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Obstacle", description = "What keeps you from a place, as a claim would say it.")
record Obstacle(
        @Schema(description = "Code of the problem that a claim would answer.", examples = "not-qualified")
        String code,

        @Schema(
                description = "The sentence that a claim would answer.",
                examples = "This needs the course \"Organiser 101\" first.")
        String detail,

        @Schema(description = "What you can do.", examples = "Take the course; its trainers record that you did.")
        String remedy,

        @Nullable @Schema(description = "For not-qualified: the course.")
        UUID courseId,

        @Nullable @Schema(description = "For not-a-member: the group to join.")
        GroupPath group,

        @Nullable @Schema(description = "For claim-limit: how many open claims you may have.", examples = "3")
        Integer limit,

        @Nullable @Schema(description = "For claim-limit and double-booked: your places that are in the way.")
        List<HeldPlace> holds) {

    private static final Map<String, String> REMEDIES = Map.of(
            "task-not-open", "Look for other tasks with GET /me/next, or ask who made it.",
            "task-over", "Look for other tasks with GET /me/next.",
            "task-full", "Look again later: places are given back. GET /me/next has other tasks.",
            "not-a-member", "Join the group.",
            "not-invited", "Ask who made the task to invite you.",
            "too-far", "If your profile does not say where you live, say it; else ask who made the task to invite you.",
            "not-qualified", "Take the course; its trainers record that you did.",
            "claim-limit", "Complete one of these places, or give one back. Verified results raise the limit.",
            "double-booked", "Give that place back first, if this task matters more.",
            "nothing-next", "Allow more minutes, another place or remote work; join a group; take a course.");

    /** The refusal that a claim would meet. */
    static Obstacle of(Refusal refusal) {
        var more = refusal.more();
        return new Obstacle(
                refusal.code(),
                refusal.getMessage(),
                remedy(refusal.code()),
                more.get("course") instanceof String course ? UUID.fromString(course) : null,
                more.get("group") instanceof String group ? new GroupPath(group) : null,
                (Integer) more.get("limit"),
                holds(more));
    }

    static String remedy(String code) {
        var remedy = REMEDIES.get(code);
        if (remedy == null) throw new IllegalStateException("Nothing says what to do about " + code);
        return remedy;
    }

    private static List<HeldPlace> holds(Map<String, Object> more) {
        var holds = new ArrayList<HeldPlace>();
        if (more.get("other") instanceof HeldPlace other) holds.add(other);
        if (more.get("holds") instanceof List<?> all) all.forEach(each -> holds.add((HeldPlace) each));
        return holds.isEmpty() ? null : List.copyOf(holds);
    }
}
