package org.barnstorm.webapp;

import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.barnstorm.e2e.Actor;
import org.barnstorm.e2e.Servers;

/** A group of its own for one story, so that stories do not meet. */
record Town(String path, String name, Person lead) {
    private static final String MOVEMENT = "seaside";
    private static final Map<String, Integer> TOWNS = new ConcurrentHashMap<>();
    private static final AtomicInteger DAYS = new AtomicInteger();
    private static Person national;

    static Town founded(String name) {
        var number = TOWNS.merge(name, 1, Integer::sum);
        var path = MOVEMENT + '.' + name.toLowerCase(Locale.ROOT) + (number == 1 ? "" : "-" + number);
        var national = national();
        national.now()
                .post(
                        "/groups",
                        Map.of(
                                "path", path,
                                "name", name,
                                "location", Map.of("type", "Point", "coordinates", List.of(-0.1364, 50.8285))))
                .statusCode(201);
        var lead = Person.registered("Lena", "Lead");
        national.now().post("/mandates", mandate(lead, path, "LEAD")).statusCode(201);
        return new Town(path, name, lead);
    }

    /** The movement's first lead: only the first is appointed by the admin. */
    private static synchronized Person national() {
        if (national == null) {
            var admin = Actor.withToken(Servers.get().people().token("admin"));
            admin.post("/groups", Map.of("path", MOVEMENT, "name", "Seaside", "zone", "Europe/London"))
                    .statusCode(201);
            var first = Person.registered("Nadia", "National");
            admin.post("/mandates", mandate(first, MOVEMENT, "LEAD")).statusCode(201);
            national = first;
        }
        return national;
    }

    Person member(String firstName, String lastName) {
        var person = Person.registered(firstName, lastName);
        person.actor().put("/groups/" + path + "/membership").statusCode(200);
        return person;
    }

    /** @return the mandate's id */
    String appointed(Person person, String role) {
        return lead.actor()
                .post("/mandates", mandate(person, path, role))
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Open to be claimed. @return the task's id */
    String task(String title, int capacity) {
        return task(title, capacity, Map.of());
    }

    String task(String title, int capacity, Map<String, ?> more) {
        // Each on a day of its own: nobody can be at two places at once.
        var day = LocalDate.now().plusDays(3L + DAYS.getAndIncrement() % 20);
        var wanted = new HashMap<String, Object>(Map.of(
                "group",
                path,
                "title",
                title,
                "instructions",
                "Meet at the **Level** at ten. Bring water.",
                "capacity",
                capacity,
                "startsAt",
                day + "T10:00:00Z",
                "endsAt",
                day + "T12:00:00Z",
                "zone",
                "Europe/London",
                "effortMinutes",
                120));
        wanted.put(
                "place",
                Map.of("name", "The Level", "location", Map.of("type", "Point", "coordinates", List.of(-0.13, 50.83))));
        wanted.putAll(more);
        String id =
                lead.actor().post("/tasks", wanted).statusCode(201).extract().path("id");
        lead.actor().post("/tasks/" + id + "/publish").statusCode(200);
        return id;
    }

    void template(String name, String title, int minutes) {
        var content = Map.of("title", title, "effortMinutes", minutes, "capacity", 2);
        lead.actor()
                .post("/templates", Map.of("group", path, "name", name, "content", content))
                .statusCode(201);
    }

    /** Takes the place that was offered to them, and does what was asked. */
    void completed(Person person) {
        var offer = person.now()
                .get("/me/assignments?status=OFFERED")
                .statusCode(200)
                .extract()
                .<Map<String, Object>>path("items[0]");
        var place = "/assignments/" + offer.get("id");
        var hold =
                person.now().post(place + "/accept").statusCode(200).extract().<Integer>path("fence");
        var outcome = Map.of("code", "done", "quantity", 12, "note", "Twelve people signed.");
        person.now()
                .post(place + "/complete", Map.of("fence", hold, "outcome", outcome))
                .statusCode(200);
    }

    /** How the town's work stands, as its lead reads it. */
    ValidatableResponse board() {
        return lead.now().get("/groups/" + path + "/board").statusCode(200);
    }

    private static Map<String, Object> mandate(Person holder, String group, String role) {
        return Map.of("memberId", holder.actor().id(), "group", group, "role", role);
    }
}
