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
        return switch (code) {
            case "task-not-open" -> "Look for other tasks with GET /me/next, or ask who made it.";
            case "task-over" -> "Look for other tasks with GET /me/next.";
            case "task-full" -> "Join the wait list. GET /me/next has other tasks.";
            case "lease-lost" -> "Join the wait list again.";
            case "not-a-member" -> "Join the group.";
            case "not-invited" -> "Ask who made the task to invite you.";
            case "too-far" ->
                "If your profile does not say where you live, say it; else ask who made the task to invite you.";
            case "not-qualified" -> "Take the course; its trainers record that you did.";
            case "claim-limit" -> "Complete one of these places, or give one back. Verified results raise the limit.";
            case "double-booked" -> "Give that place back first, if this task matters more.";
            case "nothing-next" -> "Allow more minutes, another place or remote work; join a group; take a course.";
            default -> throw new IllegalStateException("Nothing says what to do about " + code);
        };
    }

    private static List<HeldPlace> holds(Map<String, Object> more) {
        var holds = new ArrayList<HeldPlace>();
        if (more.get("other") instanceof HeldPlace other) holds.add(other);
        if (more.get("holds") instanceof List<?> all) all.forEach(each -> holds.add((HeldPlace) each));
        return holds.isEmpty() ? null : List.copyOf(holds);
    }
}
