package org.barnstorm.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A course in the demo movement with content of every kind. */
final class DemoCourse {
    private final Function<String, DemoApi> as;
    private final String town;
    private String id;

    DemoCourse(Function<String, DemoApi> as, String town) {
        this.as = as;
        this.town = town;
    }

    /** The volunteer has begun it, and the trainer has something to look at. */
    void make() {
        var lead = as.apply("local-lead");
        var course = lead.post(
                "/courses",
                "doors",
                Map.of(
                        "group",
                        town,
                        "title",
                        "On the doorstep",
                        "description",
                        "An evening at home, then an hour with somebody who knows how.",
                        "validMonths",
                        12));
        id = course.path("id").asText();
        var path = "/courses/" + id;
        if (!lead.exists(path + "/draft")) lead.put(path + "/draft", Map.of("modules", modules()));
        lead.post(path + "/versions", "doors-1", lead.get(path + "/draft"), Map.of());
        var volunteer = as.apply("volunteer");
        var enrolment = volunteer.post(path + "/enrolments", "doors-volunteer", Map.of("group", town));
        volunteer.post("/enrolments/" + enrolment.path("id").asText() + "/steps/listening/done");
    }

    String id() {
        return id;
    }

    private static List<Map<String, ?>> modules() {
        return List.of(
                Map.of(
                        "key",
                        "listening",
                        "kind",
                        "READING",
                        "title",
                        "How to listen",
                        "minutes",
                        10,
                        "refresher",
                        true,
                        "text",
                        """
                        People at the door decide within seconds whether you came to talk or to listen.

                        1. **Ask one question**, then wait. Silence is yours to bear, not theirs.
                        2. Say back what you heard, in their words.
                        3. Ask what it is like for them. Only then say why you came.
                        """),
                Map.of(
                        "key",
                        "film",
                        "kind",
                        "VIDEO",
                        "title",
                        "Three doors",
                        "minutes",
                        6,
                        "link",
                        "https://video.example.org/three-doors",
                        "text",
                        "Watch for the moment at which the second conversation turns."),
                Map.of(
                        "key",
                        "check",
                        "kind",
                        "QUIZ",
                        "title",
                        "What would you do?",
                        "refresher",
                        true,
                        "quiz",
                        quiz()),
                Map.of(
                        "key",
                        "plan",
                        "kind",
                        "ASSIGNMENT",
                        "title",
                        "Your first street",
                        "minutes",
                        20,
                        "text",
                        "Write down which street you take, with whom, and what you ask at each door. Share it as a link."),
                Map.of(
                        "key",
                        "evening",
                        "kind",
                        "LIVE_SESSION",
                        "title",
                        "An evening of listening",
                        "minutes",
                        120,
                        "text",
                        "In pairs, at a door that we bring. Bring a story of your own."),
                Map.of(
                        "key",
                        "walk",
                        "kind",
                        "PRACTICAL",
                        "title",
                        "An hour at the doors",
                        "minutes",
                        60,
                        "text",
                        "Take a place in a task of canvassing. When somebody has verified how it went, you are done."));
    }

    private static Map<String, ?> quiz() {
        return Map.of(
                "passPercent",
                75,
                "attempts",
                3,
                "coolDownMinutes",
                5,
                "draw",
                4,
                "questions",
                List.of(
                        question(
                                "SINGLE",
                                "Somebody tells you that their rent went up again. What do you say first?",
                                "Who feels heard goes on talking.",
                                right("How long has it been like that?"),
                                wrong("We have a plan for that: may I explain it?"),
                                wrong("That is the same for everybody in this street.")),
                        question(
                                "SINGLE",
                                "Nobody opens. What do you do?",
                                "The next person on the street knows where to go again.",
                                right("Note it, and go on to the next door."),
                                wrong("Ring until somebody comes."),
                                wrong("Leave it out of the sheet.")),
                        question(
                                "MULTIPLE",
                                "Which of these belong on the sheet?",
                                "What we write down can be read by others: only what helps the next conversation.",
                                right("Whether somebody was home."),
                                right("That they want to be called on Thursday."),
                                wrong("What you think of their living room."),
                                wrong("Who else lives there.")),
                        question(
                                "MULTIPLE",
                                "Somebody gets angry. What is right?",
                                "Nobody owes us a conversation, and you are never alone at a door.",
                                right("Thank them and go."),
                                right("Tell your partner."),
                                wrong("Explain why they are mistaken.")),
                        question(
                                "SINGLE",
                                "How long is a good conversation?",
                                "A street in an evening is twenty conversations, not sixty.",
                                wrong("Under a minute: there are many doors."),
                                right("As long as they want to talk, often five minutes."),
                                wrong("Until they agree.")),
                        question(
                                "SINGLE",
                                "They ask something that you do not know.",
                                "A promise that is kept is worth more than an answer.",
                                right("Say so, and that you will find out and come back."),
                                wrong("Say what sounds likely."),
                                wrong("Change the subject."))));
    }

    @SafeVarargs
    private static Map<String, ?> question(String kind, String text, String explanation, Map<String, ?>... choices) {
        var offered = new ArrayList<Map<String, ?>>();
        for (var each : choices) offered.add(each);
        return Map.of("kind", kind, "text", text, "explanation", explanation, "choices", offered);
    }

    private static Map<String, ?> right(String text) {
        return Map.of("text", text, "right", true);
    }

    private static Map<String, ?> wrong(String text) {
        return Map.of("text", text, "right", false);
    }
}
