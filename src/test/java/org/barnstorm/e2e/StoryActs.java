package org.barnstorm.e2e;

import static org.hamcrest.Matchers.equalTo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

/** What several chapters of {@link StoryIT} do with the people and things of the {@link Story}. */
final class StoryActs {
    private final Story story;

    StoryActs(Story story) {
        this.story = story;
    }

    record Answer(Actor actor, int status, String type, Object fence) {}

    record Organiser(Actor actor, String mandate) {}

    record Elsewhere(String task, String assignment) {}

    List<Answer> atOnce(List<Actor> actors, String task) {
        var start = new CyclicBarrier(actors.size());
        var threads = Executors.newFixedThreadPool(actors.size());
        try {
            var running = new ArrayList<CompletableFuture<Answer>>();
            for (var actor : actors) {
                running.add(CompletableFuture.supplyAsync(() -> claimed(actor, task, start), threads));
            }
            return running.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }

    Answer claimed(Actor actor, String task, CyclicBarrier start) {
        try {
            start.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
        var answer = actor.put("/tasks/" + task + "/claim").extract();
        // What a client does that follows the contract: busy means again.
        while ("/problems/busy".equals(answer.path("type"))) {
            answer = actor.put("/tasks/" + task + "/claim").extract();
        }
        return new Answer(actor, answer.statusCode(), answer.path("type"), answer.path("fence"));
    }

    String completed(Actor actor, String task, int quantity) {
        var claim = actor.put("/tasks/" + task + "/claim").statusCode(200).extract();
        String id = claim.path("id");
        actor.post(
                        "/assignments/" + id + "/complete",
                        Map.of(
                                "fence",
                                claim.<Object>path("fence"),
                                "outcome",
                                Map.of("code", "leaflets-counted", "quantity", quantity, "note", "Ask at number 4.")))
                .statusCode(200)
                .body("status", equalTo("DONE"));
        return id;
    }

    Organiser organiserToBe() {
        var learner = story.volunteers.get().get(4);
        String mandate = story.localLead
                .get()
                .post(
                        "/courses/" + story.course.get() + "/completions",
                        Map.of("memberId", learner.id(), "group", Story.BRIGHTON))
                .statusCode(201)
                .extract()
                .path("mandateId");
        return new Organiser(learner, mandate);
    }

    Elsewhere demoTaskInGlasgow() {
        var lead = story.nationalLead.get();
        var local = Story.demo("trainer");
        local.put("/groups/" + Story.GLASGOW + "/membership").statusCode(200);
        var wanted = new HashMap<>(Story.newTask("In Glasgow", 1));
        wanted.put("group", Story.GLASGOW);
        String task = lead.post("/tasks", wanted).statusCode(201).extract().path("id");
        lead.post("/tasks/" + task + "/publish").statusCode(200);
        String assignment =
                local.put("/tasks/" + task + "/claim").statusCode(200).extract().path("id");
        return new Elsewhere(task, assignment);
    }

    /** All pages of the group's journal, as the local lead reads them. */
    List<Map<String, Object>> journal() {
        List<Map<String, Object>> entries = new ArrayList<>();
        var next = "/journal?limit=200&group=" + Story.BRIGHTON;
        while (next != null) {
            var page = story.localLead.get().get(next).statusCode(200).extract();
            entries.addAll(page.<List<Map<String, Object>>>path("items"));
            String cursor = page.path("next");
            next = cursor == null ? null : "/journal?limit=200&group=" + Story.BRIGHTON + "&cursor=" + cursor;
        }
        return entries;
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> data(Map<String, Object> entry) {
        return (Map<String, Object>) entry.get("data");
    }
}
