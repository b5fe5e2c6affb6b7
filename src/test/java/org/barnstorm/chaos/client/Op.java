package org.barnstorm.chaos.client;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * One act as its client saw it: a line of the history. Times are {@link System#nanoTime()}.
 *
 * @param member whom it concerns: who claims, holds, or is offered the place
 * @param hold the assignment it is about, or that the answer shows
 * @param sent the fence that was sent
 * @param fence the fence in the answer, and {@code state} the status in it
 * @param lease when the lease of a new hold runs out
 * @param kind the answer as counted in reports: a status, and the code of a refusal
 * @param replica who answered
 * @param key the Idempotency-Key, where more than one operation has it
 * @param places and {@code brief}: of a task that was made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Op(
        Verb verb,
        UUID task,
        UUID member,
        UUID hold,
        Long sent,
        Long fence,
        String state,
        Long lease,
        Outcome outcome,
        String kind,
        int replica,
        long began,
        long ended,
        String key,
        Integer places,
        Boolean brief) {

    /** What the client knows. */
    public enum Outcome {
        OK,
        /** It was refused: it has certainly not happened. */
        FAIL,
        /** It may have happened, or not, or may happen yet. */
        UNKNOWN
    }

    /** About a task, or about somebody's place in it that has no id yet; sent once. */
    static Op of(Verb verb, UUID task, Someone member, Reply reply) {
        return of(verb, task, member, null, null, new Delivery(reply.began(), reply, false));
    }

    static Op of(Verb verb, UUID task, Someone member, Delivery delivery) {
        return of(verb, task, member, null, null, delivery);
    }

    /** About a hold; sent once. */
    static Op of(Verb verb, Hold hold, Reply reply) {
        return of(verb, hold, new Delivery(reply.began(), reply, false));
    }

    /** About a hold; sent again and again with one key: once, from the first sending to the last answer. */
    static Op of(Verb verb, Hold hold, Delivery delivery) {
        return of(verb, hold.post().id(), hold.who(), hold.id(), verb.fenced() ? hold.fence() : null, delivery);
    }

    private static Op of(Verb verb, UUID task, Someone member, UUID hold, Long sent, Delivery delivery) {
        var last = delivery.last();
        var shown = last.ok() && last.body().has("fence");
        // What is answered to a repetition shows the hold as it is now, not as the first time left it.
        var first = shown && !delivery.doubt();
        return new Op(
                verb,
                task,
                member == null ? null : member.member(),
                hold == null && shown ? last.id() : hold,
                sent,
                shown ? (Long) last.body().path("fence").asLong() : null,
                first ? last.text("status") : null,
                first && verb.takes() ? end(last) : null,
                delivery.outcome(),
                last.kind(),
                last.replica(),
                delivery.began(),
                last.ended(),
                null,
                null,
                null);
    }

    /** The answer's {@code leaseUntil} on our own clock; on one machine the database's wall clock is ours. */
    private static Long end(Reply reply) {
        var until = reply.text("leaseUntil");
        if (until.isEmpty()) return null;
        return System.nanoTime()
                + Duration.between(Instant.now(), Instant.parse(until)).toNanos();
    }

    Op making(Post post) {
        return new Op(
                verb,
                post.id(),
                member,
                null,
                null,
                null,
                state,
                null,
                outcome,
                kind,
                replica,
                began,
                ended,
                null,
                post.places(),
                post.brief());
    }

    /** One of several with this key. */
    Op keyed(String sharedKey) {
        return new Op(
                verb, task, member, hold, sent, fence, state, lease, outcome, kind, replica, began, ended, sharedKey,
                places, brief);
    }

    /** Since when it was due, where that is earlier than when it was sent. */
    Op due(long at) {
        return new Op(
                verb,
                task,
                member,
                hold,
                sent,
                fence,
                state,
                lease,
                outcome,
                kind,
                replica,
                Math.min(at, began),
                ended,
                key,
                places,
                brief);
    }

    @JsonIgnore
    public boolean isOk() {
        return outcome == Outcome.OK;
    }

    @JsonIgnore
    public boolean isUnknown() {
        return outcome == Outcome.UNKNOWN;
    }
}
