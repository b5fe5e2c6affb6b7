package org.barnstorm.task.series;

import java.util.List;
import java.util.UUID;
import org.barnstorm.task.InstanceView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an edit of one occurrence and the following did. */
@Schema(description = "What an edit of one occurrence and the following did.")
record SeriesSplit(
        @Schema(description = "The series that goes on from there.")
        SeriesView series,

        @Schema(description = "The series that was edited; it ends before that occurrence.")
        UUID previousId,

        @Schema(description = "How many tasks in which there was nobody were changed.", examples = "3")
        int changed,

        @Schema(
                description =
                        "How many tasks in which there was nobody were cancelled, because nothing stands for them.",
                examples = "0")
        int dropped,

        @Schema(
                description =
                        "Tasks that stay as they are, with time and content: somebody has a place in them, or they were"
                                + " edited by themselves. Edit each of them, and its holders are told.")
        List<InstanceView> kept) {}
