package org.barnstorm.practice.session;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a trainer says of one person. */
@Schema(description = "What a trainer says of one person.")
record NewAttendance(
        @NotNull @Schema(description = "Whether they were there.", examples = "PRESENT")
        Attendance.Status status) {}
