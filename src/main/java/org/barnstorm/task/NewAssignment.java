package org.barnstorm.task;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.Role;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.problem.Refusal.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** To whom a place is offered: one person, several, whoever holds a role at a group, or any member of a group. */
@Schema(
        description =
                "To whom a place is offered. Send one of: `memberId`; `memberIds`; `role` and `group`; `group` alone.")
record NewAssignment(
        @Schema(description = "One person, whom the task is for.")
        UUID memberId,

        @Size(min = 1, max = MOST)
        @Schema(description = "Several people, each once; each is offered a place.", uniqueItems = true)
        List<@NotNull UUID> memberIds,

        @Schema(description = "One place for whoever holds this role at `group`.")
        Role role,

        @Schema(
                description =
                        "The role's group; alone, one place for any of its active members. It is in the task's tree.")
        GroupPath group) {

    static final int MOST = 200;

    /** Refuses what says to nobody, or to two kinds of people at once. */
    NewAssignment requireWhole() {
        var kinds =
                Stream.of(memberId, memberIds, group).filter(Objects::nonNull).count();
        if (kinds != 1 || role != null && group == null) {
            throw Refusal.invalid(
                    List.of(new Violation("", "Send one of: memberId; memberIds; role and group; group alone.")));
        }
        if (memberIds != null && new HashSet<>(memberIds).size() < memberIds.size()) {
            throw Refusal.invalid(List.of(new Violation("/memberIds", "Name each person once.")));
        }
        return this;
    }
}
