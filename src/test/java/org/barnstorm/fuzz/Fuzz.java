package org.barnstorm.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;

/** Sends one request after the other and has each answer judged. */
final class Fuzz {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE = 20;

    private final Shots shots;
    private final Source supply;
    private final Known known;
    private final Gun gun;
    private final Tally tally = new Tally();

    Fuzz(Shots shots, Source supply, Known known, Gun gun) {
        this.shots = shots;
        this.supply = supply;
        this.known = known;
        this.gun = gun;
    }

    Tally run(int requests) {
        for (int number = 0; number < requests; number++) {
            var made = shots.make(number);
            var reply = fire(made.shot());
            tally.count(made.shot(), reply, Judge.findings(made.shot(), reply));
            if (!reply.isDone()) continue;
            known.learn(made.shot(), read(reply));
            var altered = !made.shot().method().equals("GET");
            if (altered && made.row() != null) supply.used(made.row());
        }
        return tally;
    }

    private Reply fire(Shot shot) {
        var reply = gun.fire(shot);
        for (int again = 0; reply.meansAgain() && again < PATIENCE; again++) {
            tally.repeat();
            reply = gun.fire(shot);
        }
        return reply;
    }

    private static JsonNode read(Reply reply) {
        try {
            return JSON.readTree(reply.body());
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
