package org.barnstorm.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who sees an open task and may claim it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Embeddable
@Schema(description = "Who sees an open task and may claim it.")
public record Audience(
        @NotNull
        @Enumerated(EnumType.STRING)
        @Column(name = "audience")
        @Schema(description = "Which people.", examples = "NEARBY")
        Who who,

        @Min(1)
        @Max(500)
        @Nullable
        @Column(name = "audience_km")
        @Schema(description = "For NEARBY: how far from the place their home may be, in kilometres.", examples = "10")
        Integer km) {

    static final Audience MEMBERS_OF_THE_GROUP = new Audience(Who.GROUP, null);

    /** Which people, seen from the task's group. */
    @Schema(
            name = "AudienceWho",
            description =
                    "GROUP: active members of the task's group. BRANCH: of the group or one below it. MOVEMENT: of any"
                            + " group in its tree. NEARBY: the same, if they live within `km` of the place. INVITED: only the"
                            + " people who were invited to the task.")
    enum Who {
        GROUP,
        BRANCH,
        MOVEMENT,
        NEARBY,
        INVITED
    }

    /** NEARBY says how far; nobody else does. */
    boolean whole() {
        return (who == Who.NEARBY) == (km != null);
    }
}
