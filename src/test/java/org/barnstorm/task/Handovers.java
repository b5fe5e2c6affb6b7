package org.barnstorm.task;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Work;

/** What tests of handing over do again and again. */
final class Handovers {
    private Handovers() {}

    /** Two hours of work at a time of its own. */
    static Map<String, Object> shift(String town, Instant begin) {
        var wanted = Work.leaflets(town, "startsAt", begin.toString());
        wanted.put("endsAt", begin.plus(Duration.ofHours(2)).toString());
        return wanted;
    }

    static ValidatableResponse hand(Person holder, UUID hold, Person to) {
        return holder.post("/assignments/{id}/handover", Map.of("fence", 1, "memberId", to.id()), hold);
    }

    static ValidatableResponse take(Person person, UUID hold) {
        return person.act("/assignments/{id}/handover/accept", hold);
    }

    static Instant in(Duration time) {
        return Instant.now().plus(time);
    }
}
