package org.barnstorm.task;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many places are in which state. */
@Schema(
        name = "BoardPlaces",
        description =
                "How many places are in which state. All but `late` add up to the capacity of the tasks that are open and"
                        + " not over; of others only the places that somebody has are counted.")
record BoardPlaces(
        @Schema(description = "That can be claimed.", examples = "3")
        long open,

        @Schema(description = "That wait for somebody's answer.", examples = "1")
        long offered,

        @Schema(description = "That somebody holds.", examples = "2")
        long held,

        @Schema(
                description =
                        "Of those held: the holder has been warned that the lease ends, or the work has begun and is not done.",
                examples = "1")
        long late,

        @Schema(description = "That are done and wait to be verified.", examples = "1")
        long toVerify,

        @Schema(description = "That are done and verified.", examples = "4")
        long verified) {}
