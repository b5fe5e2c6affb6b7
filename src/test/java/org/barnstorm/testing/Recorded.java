package org.barnstorm.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.history.Answer;
import org.barnstorm.history.Ask;
import org.barnstorm.history.Lease;
import org.barnstorm.history.Operation;
import org.barnstorm.history.Pending;
import org.barnstorm.history.Recorder;
import org.barnstorm.history.Verb;

/** One person's requests about places, recorded for the history checker. */
public final class Recorded {
    private static final Duration SLACK = Duration.ofSeconds(1);

    private final Recorder recorder;
    private final Wire wire;
    private final UUID member;

    public Recorded(Recorder recorder, Wire wire) {
        this.recorder = recorder;
        this.wire = wire;
        this.member = wire.get("/me").id();
    }

    public Operation claim(UUID task) {
        return settled(begin(Ask.claim(task, member)), wire.put("/tasks/" + task + "/claim"));
    }

    /** With the fence of the answer. */
    public Operation release(UUID task, Answer hold) {
        var body = Map.of("fence", hold.fence());
        return settled(begin(on(Verb.RELEASE, task, hold)), wire.post(path(hold) + "/release", body));
    }

    /** With the fence of the answer. */
    public Operation complete(UUID task, Answer hold) {
        var body = Work.completion(hold.fence());
        return settled(begin(on(Verb.COMPLETE, task, hold)), wire.post(path(hold) + "/complete", body));
    }

    public Operation read(UUID task, Answer hold) {
        return settled(begin(Ask.readHold(task, hold.hold())), wire.get(path(hold)));
    }

    public Operation readTaken(UUID task) {
        var pending = begin(Ask.readTaken(task));
        var answer = wire.get("/tasks/" + task);
        var taken = Answer.taken(answer.body().path("taken").asInt());
        return pending.answered(answer.ended(), answer.status(), answer.code(), taken);
    }

    private Ask on(Verb verb, UUID task, Answer hold) {
        return Ask.on(verb, task, member, hold.hold(), hold.fence());
    }

    private Pending begin(Ask ask) {
        return recorder.invoke(member.toString(), ask);
    }

    private static Operation settled(Pending pending, Wire.Answer answer) {
        return pending.answered(answer.ended(), answer.status(), answer.code(), answer.ok() ? told(answer) : null);
    }

    private static Answer told(Wire.Answer answer) {
        var body = answer.body();
        var until = Instant.parse(body.path("leaseUntil").asText());
        var grace = Duration.between(until, Instant.parse(body.path("expiresAt").asText()));
        return Answer.hold(
                answer.id(),
                UUID.fromString(body.path("memberId").asText()),
                body.path("fence").asLong(),
                body.path("status").asText(),
                Lease.until(until, grace, SLACK));
    }

    private static String path(Answer hold) {
        return "/assignments/" + hold.hold();
    }
}
