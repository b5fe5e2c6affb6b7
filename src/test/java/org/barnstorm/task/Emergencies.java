package org.barnstorm.task;

import static org.barnstorm.testing.Work.leaflets;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.testing.People;
import org.barnstorm.testing.Person;
import org.barnstorm.testing.Sql;
import org.barnstorm.testing.Waiting;
import org.barnstorm.testing.Work;

/** People who live near work from which somebody has dropped out. */
final class Emergencies {
    static final double LONGITUDE = -0.14;
    static final double LATITUDE = 50.83;
    static final Duration TOMORROW = Duration.ofHours(24);

    private Emergencies() {}

    /** A task with one place, which somebody took and gave back. */
    static UUID droppedOut(People people, Map<String, Object> wanted) {
        var town = (String) wanted.get("group");
        people.grow(town);
        var task = Work.open(people.lead(town), wanted);
        var holder = people.member(town);
        Waiting.release(holder, Work.claim(holder, task));
        return task;
    }

    static Map<String, Object> saturday(String town, Duration start) {
        var starts = Instant.now().plus(start);
        var wanted = leaflets(town, "startsAt", starts.toString());
        wanted.put("endsAt", starts.plus(2, ChronoUnit.HOURS).toString());
        wanted.put("remote", false);
        wanted.put("place", Map.of("name", "Level", "location", point(LATITUDE)));
        return wanted;
    }

    static Person living(Person person, double latitude) {
        person.patch("/me", null, home(point(latitude))).statusCode(200);
        return person;
    }

    static Map<String, Object> home(Map<String, Object> point) {
        var change = new HashMap<String, Object>();
        change.put("home", point);
        return change;
    }

    private static Map<String, Object> point(double latitude) {
        return Map.of("type", "Point", "coordinates", List.of(LONGITUDE, latitude));
    }

    /** Lets the time to answer have run out a second ago. */
    static void endCalls(UUID task) {
        Sql.run("update rescue set until = greatest(called_at, now() - interval '1 second') where task_id = ?", task);
        Sql.run("update rescue_call set until = now() - interval '1 second' where task_id = ?", task);
    }

    static String fact(UUID task, String type, String name) {
        return Sql.value(
                String.class, "select data ->> ? from journal where subject_id = ? and type = ?", name, task, type);
    }
}
