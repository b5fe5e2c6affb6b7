package org.barnstorm.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A place that waits for an office, as those see it who hold that office. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OfficePlace", description = "A place that waits for whoever holds an office of mine.")
record OfficeView(
        @Nullable @Schema(description = "The role; absent for any active member of the group.", examples = "VERIFIER")
        Role role,

        @Schema(description = "The group at which one holds it.")
        GroupPath group,

        @Schema(description = "The place; accept it to take it.")
        AssignmentView assignment) {}
