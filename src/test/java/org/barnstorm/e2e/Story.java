package org.barnstorm.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The people and things of the story in {@link StoryIT}, each made once, when a chapter first needs it: whichever
 * chapter is read first, what came before it has happened.
 */
final class Story {
    private static final java.util.concurrent.atomic.AtomicInteger DAYS =
            new java.util.concurrent.atomic.AtomicInteger();

    static final String MOVEMENT = "uk";
    static final String BRIGHTON = "uk.south-east.brighton-pavilion";
    static final String HOVE = "uk.south-east.hove-and-portslade";
    static final String GLASGOW = "uk.scotland.glasgow-east";

    private static final KeycloakPeople PEOPLE = Servers.get().people();

    final Supplier<Actor> admin = once(() -> demo("admin"));

    /** The answer to the first import of the whole file. */
    final Supplier<Map<String, Integer>> tree = once(() -> {
        admin.get()
                .post("/groups", Map.of("path", MOVEMENT, "name", "United Kingdom", "zone", "Europe/London"))
                .statusCode(201);
        return admin.get()
                .upload("/groups/import", constituencies())
                .statusCode(200)
                .extract()
                .path("");
    });

    final Supplier<Actor> nationalLead = once(() -> {
        tree.get();
        var lead = demo("national-lead");
        admin.get().post("/mandates", role("LEAD", lead, MOVEMENT)).statusCode(201);
        return lead;
    });

    final Supplier<Actor> localLead = once(() -> {
        var lead = demo("local-lead");
        nationalLead.get().post("/mandates", role("LEAD", lead, BRIGHTON)).statusCode(201);
        return lead;
    });

    /** Registered in Keycloak a moment ago, and a member of Brighton Pavilion. */
    final Supplier<Actor> newcomer = once(
            () -> joined(Actor.withToken(PEOPLE.register("Nora", "Newcomer").token())));

    final Supplier<String> course = once(() -> localLead
            .get()
            .post(
                    "/courses",
                    Map.of(
                            "group",
                            BRIGHTON,
                            "title",
                            "Organiser 101",
                            "description",
                            "Three evenings.",
                            "award",
                            Map.of("role", "ORGANISER", "months", 12)))
            .statusCode(201)
            .extract()
            .path("id"));

    /** The newcomer's qualification and mandate, recorded by the local lead. */
    final Supplier<Map<String, String>> completion = once(() -> localLead
            .get()
            .post(
                    "/courses/" + course.get() + "/completions",
                    Map.of("memberId", newcomer.get().id(), "group", BRIGHTON))
            .statusCode(201)
            .extract()
            .path(""));

    /** The newcomer, once trained. */
    final Supplier<Actor> organiser = once(() -> {
        completion.get();
        return newcomer.get();
    });

    /** An open task with five places, of which one is held by {@link #invited}. */
    final Supplier<String> task = once(() -> publishedTask("Knock on doors in Hanover", 5));

    final Supplier<Actor> invited = once(() -> joined(demo("volunteer")));

    /** The invited volunteer's hold, accepted. */
    final Supplier<String> acceptedPlace = once(() -> {
        String id = organiser
                .get()
                .post(
                        "/tasks/" + task.get() + "/assignments",
                        Map.of("memberId", invited.get().id()))
                .statusCode(201)
                .extract()
                .path("id");
        invited.get().post("/assignments/" + id + "/accept").statusCode(200);
        return id;
    });

    final Supplier<List<Actor>> volunteers = once(() -> IntStream.rangeClosed(1, 5)
            .mapToObj(n -> PEOPLE.register("Vol", "Unteer " + n))
            .map(person -> joined(Actor.withToken(person.token())))
            .toList());

    /** Made, published and ready to be claimed. */
    String publishedTask(String title, int capacity) {
        String id = organiser
                .get()
                .post("/tasks", newTask(title, capacity))
                .statusCode(201)
                .extract()
                .path("id");
        organiser.get().post("/tasks/" + id + "/publish").statusCode(200);
        return id;
    }

    static Map<String, Object> newTask(String title, int capacity) {
        // Each on a day of its own: nobody can be at two places at once.
        var day = java.time.LocalDate.of(2030, 3, 2).plusDays(DAYS.getAndIncrement());
        return Map.of(
                "group",
                BRIGHTON,
                "title",
                title,
                "instructions",
                "Meet at the **Level** at ten. Bring water.",
                "capacity",
                capacity,
                "place",
                Map.of("name", "The Level", "location", Map.of("type", "Point", "coordinates", List.of(-0.13, 50.83))),
                "startsAt",
                day + "T10:00:00Z",
                "endsAt",
                day + "T12:00:00Z",
                "zone",
                "Europe/London",
                "effortMinutes",
                120);
    }

    static Actor demo(String name) {
        return Actor.withToken(PEOPLE.token(name));
    }

    private Actor joined(Actor actor) {
        tree.get();
        actor.put("/groups/" + BRIGHTON + "/membership").statusCode(200);
        return actor;
    }

    private static Map<String, Object> role(String role, Actor holder, String group) {
        return Map.of("memberId", holder.id(), "group", group, "role", role);
    }

    static byte[] constituencies() {
        try (var file = Story.class.getResourceAsStream("/demo/uk-constituencies-2024.csv")) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> Supplier<T> once(Supplier<T> make) {
        return new Supplier<>() {
            private T made;

            @Override
            public T get() {
                if (made == null) made = make.get();
                return made;
            }
        };
    }
}
