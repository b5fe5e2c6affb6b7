package org.barnstorm.task;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The whole board in numbers, whatever page of it is shown. */
@Schema(name = "BoardTotals", description = "The whole board in numbers, whatever page of it is shown.")
record BoardTotals(
        @Schema(description = "Tasks on the board.", examples = "12")
        long tasks,

        @Schema(description = "Their places.") BoardPlaces places,

        @Schema(description = "Tasks with WAITING_FOR_VERIFICATION.", examples = "1")
        long waitingForVerification,

        @Schema(description = "Tasks with LAPSED_TWICE.", examples = "0")
        long lapsedTwice,

        @Schema(description = "Tasks with NOT_CLAIMED.", examples = "2")
        long notClaimed,

        @Schema(description = "Tasks with WAITING_FOR_REVIEW.", examples = "1")
        long waitingForReview) {}
