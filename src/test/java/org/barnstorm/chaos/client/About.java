package org.barnstorm.chaos.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;

/**
 * What an act is about, as its client knew before sending it.
 *
 * @param task null for what belongs to none
 * @param member whose place it is: who claims, holds, waits, or is offered it
 * @param hold the assignment; null for what has none yet
 * @param sent the fence that is sent
 * @param to who is to have the place afterwards
 * @param key the Idempotency-Key, where more than one operation has it
 * @param places and {@code brief} and {@code awaited}: of a task that is made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record About(
        UUID task,
        UUID member,
        UUID hold,
        Long sent,
        UUID to,
        String key,
        Integer places,
        Boolean brief,
        Boolean awaited) {

    static About task(UUID task) {
        return new About(task, null, null, null, null, null, null, null, null);
    }

    static About person(Someone who) {
        return place(null, who);
    }

    /** A place in a task that somebody has not got yet. */
    static About place(UUID task, Someone who) {
        return new About(task, who.member(), null, null, null, null, null, null, null);
    }

    static About hold(Hold hold) {
        return new About(hold.post().id(), hold.who().member(), hold.id(), null, null, null, null, null, null);
    }

    About sending(long fence) {
        return new About(task, member, hold, fence, to, key, places, brief, awaited);
    }

    About to(Someone next) {
        return new About(task, member, hold, sent, next.member(), key, places, brief, awaited);
    }

    /** One of several operations with this key. */
    About keyed(String shared) {
        return new About(task, member, hold, sent, to, shared, places, brief, awaited);
    }

    static About making(Post post) {
        return new About(post.id(), null, null, null, null, null, post.places(), post.brief(), post.awaited());
    }
}
