package org.barnstorm.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.barnstorm.authority.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** To whom a place was given instead of a person: whoever holds a role at a group, or any active member of a group. */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Office",
        description = "To whom a place was given instead of a person: whoever holds this role at this group now.")
record Office(
        @Nullable
        @Enumerated(EnumType.STRING)
        @Column(name = "office_role", updatable = false)
        @Schema(description = "Which role; absent for any active member of the group.", examples = "VERIFIER")
        Role role,

        @Column(name = "office_group_id", updatable = false) @Schema(description = "Id of the group.")
        UUID groupId) {

    /** Being an active member of the group is enough. */
    boolean isMembership() {
        return role == null;
    }
}
