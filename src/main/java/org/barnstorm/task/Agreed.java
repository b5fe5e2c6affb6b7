package org.barnstorm.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/** What somebody who takes a place agrees to: what is to be done, how, where and when. A change of it is a new revision. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Agreed(
        String title,
        String instructions,
        List<String> steps,
        Place place,
        Boolean remote,
        Instant startsAt,
        Instant endsAt,
        Integer effortMinutes,
        String kind) {

    static Agreed of(TaskContent content) {
        return new Agreed(
                content.title(),
                content.instructions(),
                content.steps(),
                content.place(),
                content.remote(),
                content.startsAt(),
                content.endsAt(),
                content.effortMinutes(),
                content.kind());
    }
}
