package org.barnstorm.testing;

import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Courses with content to test with, made through the API. */
public final class Lessons {
    private Lessons() {}

    public static Map<String, Object> reading(String key) {
        return module(key, "READING", "text", "Ask **one** question, then wait.");
    }

    public static Map<String, Object> video(String key) {
        return module(key, "VIDEO", "link", "https://video.example.org/" + key);
    }

    public static Map<String, Object> assignment(String key) {
        return module(key, "ASSIGNMENT", "text", "Write down who you would ask first.");
    }

    public static Map<String, Object> practical(String key) {
        return module(key, "PRACTICAL", "text", "Knock on doors with somebody who knows how.");
    }

    public static Map<String, Object> live(String key) {
        return module(key, "LIVE_SESSION", "text", "Come and try it with others.");
    }

    /** A quiz of these questions that is passed with all of them right. */
    @SafeVarargs
    public static Map<String, Object> quiz(String key, Map<String, Object>... questions) {
        return quizWith(key, Map.of(), questions);
    }

    /** The same with other rules. */
    @SafeVarargs
    public static Map<String, Object> quizWith(
            String key, Map<String, Object> rules, Map<String, Object>... questions) {
        var pool = new ArrayList<Map<String, Object>>();
        for (var each : questions) pool.add(each);
        var quiz = new HashMap<String, Object>(Map.of("passPercent", 100, "questions", pool));
        quiz.putAll(rules);
        return module(key, "QUIZ", "quiz", quiz);
    }

    /** The same module with one more field, or another value of one. */
    public static Map<String, Object> with(Map<String, Object> module, String field, Object value) {
        var other = new HashMap<>(module);
        other.put(field, value);
        return other;
    }

    /** Its right choices begin with "right", the others with "wrong". */
    public static Map<String, Object> question(String kind, String text, String... choices) {
        var question =
                new HashMap<String, Object>(Map.of("kind", kind, "text", text, "explanation", "because-" + text));
        question.put(
                "choices",
                Arrays.stream(choices)
                        .map(each -> Map.of("text", each, "right", each.startsWith("right")))
                        .toList());
        return question;
    }

    public static Map<String, Object> single(String text) {
        return question("SINGLE", text, "right", "wrong 1", "wrong 2");
    }

    private static Map<String, Object> module(String key, String kind, String field, Object value) {
        return new HashMap<>(Map.of("key", key, "kind", kind, "title", "About " + key, field, value));
    }

    /** The id of a course with these modules, published; more is what else a course can say. */
    @SafeVarargs
    public static String course(Person lead, String group, Map<String, Object> more, Map<String, Object>... modules) {
        var course = bare(lead, group, more);
        write(lead, course, modules).statusCode(201);
        publish(lead, course, false);
        return course;
    }

    /** The id of a course without modules. */
    public static String bare(Person lead, String group, Map<String, Object> more) {
        var wanted =
                new HashMap<String, Object>(Map.of("group", group, "title", "Doors 101", "description", "Listen."));
        wanted.putAll(more);
        return lead.post("/courses", wanted).statusCode(201).extract().path("id");
    }

    /** Writes the draft, whether there was one or not. */
    @SafeVarargs
    public static ValidatableResponse write(Person lead, String course, Map<String, Object>... modules) {
        var all = new ArrayList<Map<String, Object>>();
        for (var each : modules) all.add(each);
        return write(lead, course, all);
    }

    public static ValidatableResponse write(Person lead, String course, List<Map<String, Object>> modules) {
        var request = lead.request().contentType("application/json").body(Map.of("modules", modules));
        var etag = lead.request().get("/courses/{id}/draft", course).header("ETag");
        if (etag == null) request.header("If-None-Match", "*");
        else request.header("If-Match", etag);
        return request.put("/courses/{id}/draft", course).then();
    }

    public static void publish(Person lead, String course, boolean catchUp) {
        publish(lead, course, Map.of("catchUp", catchUp)).statusCode(201);
    }

    /** Publishes the draft as it is. */
    public static ValidatableResponse publish(Person author, String course, Map<String, ?> how) {
        var etag = author.request().get("/courses/{id}/draft", course).header("ETag");
        return publish(author, course, etag == null ? "\"0\"" : etag, how);
    }

    /** Publishes the draft with this ETag; none is sent when it is null. */
    public static ValidatableResponse publish(Person author, String course, String etag, Map<String, ?> how) {
        var request = author.request().contentType("application/json").body(how);
        if (etag != null) request.header("If-Match", etag);
        return request.post("/courses/{id}/versions", course).then();
    }

    /** The id of somebody's enrolment. */
    public static String enrol(Person learner, String course, String group) {
        return learner.post("/courses/{id}/enrolments", Map.of("group", group), course)
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static ValidatableResponse done(Person learner, String enrolment, String module) {
        return learner.act("/enrolments/{id}/steps/{module}/done", enrolment, module);
    }

    public static ValidatableResponse submit(Person learner, String enrolment, String module) {
        return learner.replace(
                "/enrolments/{id}/steps/{module}/submission",
                Map.of("link", "https://docs.example.org/plan"),
                enrolment,
                module);
    }

    /** The id of somebody's attempt, new or going on. */
    public static String attempt(Person learner, String enrolment, String module) {
        return learner.put("/enrolments/{id}/steps/{module}/attempt", enrolment, module)
                .statusCode(200)
                .extract()
                .path("id");
    }

    /** Answers every question of an attempt: rightly or wrongly, those in own words somehow. */
    public static void answerAll(Person learner, String attempt, boolean rightly) {
        var questions = learner.get("/attempts/{id}", attempt)
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, Object>>getList("questions");
        for (var question : questions) {
            learner.replace(
                            "/attempts/{id}/answers/{number}",
                            answer(question, rightly),
                            attempt,
                            question.get("number"))
                    .statusCode(200);
        }
    }

    private static Map<String, Object> answer(Map<String, Object> question, boolean rightly) {
        if (question.get("kind").equals("FREE_TEXT")) return Map.of("text", "I would ask.");
        var choices = (List<?>) question.get("choices");
        var chosen = new java.util.ArrayList<Integer>();
        for (var i = 0; i < choices.size(); i++) {
            if (choices.get(i).toString().startsWith("right") == rightly) chosen.add(i);
        }
        return Map.of("choices", question.get("kind").equals("SINGLE") ? chosen.subList(0, 1) : chosen);
    }

    /** Passes or fails a quiz without answers in own words. */
    public static ValidatableResponse take(Person learner, String enrolment, String module, boolean rightly) {
        var attempt = attempt(learner, enrolment, module);
        answerAll(learner, attempt, rightly);
        return learner.act("/attempts/{id}/submit", attempt);
    }

    /** The qualification that an enrolment led to. */
    public static UUID qualification(Person learner, String enrolment) {
        return UUID.fromString(learner.get("/enrolments/{id}", enrolment)
                .statusCode(200)
                .extract()
                .path("qualificationId"));
    }
}
