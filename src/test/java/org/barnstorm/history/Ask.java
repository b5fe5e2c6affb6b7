package org.barnstorm.history;

import java.util.UUID;

/**
 * What a client is about to ask for.
 *
 * @param verb what
 * @param task at which task; every operation belongs to one
 * @param member whose hold it is about; for an offer, to whom; null if that does not matter
 * @param hold the assignment it is about; null for claims, offers and counts, and for "the one that this member has now"
 * @param fence the fence that is sent; null if none is
 * @param to who gets the place, for {@link Verb#MOVE}
 * @param key the idempotency key; operations of one client with one key are one operation, tried again. Null if none is sent
 */
public record Ask(Verb verb, UUID task, UUID member, UUID hold, Long fence, UUID to, String key) {
    public static Ask claim(UUID task, UUID member) {
        return new Ask(Verb.CLAIM, task, member, null, null, null, null);
    }

    public static Ask offer(UUID task, UUID member) {
        return new Ask(Verb.OFFER, task, member, null, null, null, null);
    }

    /** Something that the holder does, or somebody else with their hold; with the fence, where one is sent. */
    public static Ask on(Verb verb, UUID task, UUID member, UUID hold, Long fence) {
        return new Ask(verb, task, member, hold, fence, null, null);
    }

    public static Ask move(UUID task, UUID member, UUID hold, Long fence, UUID to) {
        return new Ask(Verb.MOVE, task, member, hold, fence, to, null);
    }

    public static Ask readHold(UUID task, UUID hold) {
        return new Ask(Verb.READ_HOLD, task, null, hold, null, null, null);
    }

    public static Ask readTaken(UUID task) {
        return new Ask(Verb.READ_TAKEN, task, null, null, null, null, null);
    }

    /** The same with an idempotency key. */
    public Ask with(String idempotencyKey) {
        return new Ask(verb, task, member, hold, fence, to, idempotencyKey);
    }
}
