package org.barnstorm.training.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.training.content.Question.Choice;
import org.barnstorm.training.content.Question.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModulesTest {
    private static final CourseModule OLD = reading("old", "Listen.");
    private static final CourseModule NEW = reading("new", "Ask.");

    @Test
    void every_wrong_place_is_named() {
        var twice = List.of(
                reading("one", "Listen."),
                reading("one", " "),
                module("video", ModuleKind.VIDEO, "Watch.", null, null),
                module("quiz", ModuleKind.QUIZ, null, null, null),
                module("odd", ModuleKind.READING, "Read.", null, quiz(null, question(Kind.FREE_TEXT))));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new Modules(twice).requireSensible())
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(Refusal.Violation::pointer)
                        .containsExactly(
                                "/modules/1/key",
                                "/modules/1/text",
                                "/modules/2/link",
                                "/modules/3/quiz",
                                "/modules/4/quiz"));
    }

    @ParameterizedTest
    @CsvSource({
        "SINGLE, 2, 1, true", "SINGLE, 3, 0, false", "SINGLE, 3, 2, false", "SINGLE, 1, 1, false",
        "MULTIPLE, 3, 2, true", "MULTIPLE, 3, 3, true", "MULTIPLE, 3, 0, false", "MULTIPLE, 1, 1, false",
        "FREE_TEXT, 0, 0, true", "FREE_TEXT, 2, 1, false"
    })
    void a_question_can_be_answered_rightly(Kind kind, int choices, int right, boolean sensible) {
        var offered = java.util.stream.IntStream.range(0, choices)
                .mapToObj(i -> new Choice("choice", i < right))
                .toArray(Choice[]::new);
        assertThat(question(kind, offered).contradictions().isEmpty()).isEqualTo(sensible);
    }

    @Test
    void no_more_questions_are_drawn_than_there_are() {
        assertThat(quiz(2, question(Kind.FREE_TEXT)).contradictions())
                .singleElement()
                .extracting(Refusal.Violation::pointer)
                .isEqualTo("/quiz/draw");
        assertThat(quiz(null, question(Kind.FREE_TEXT)).drawn()).isEqualTo(1);
    }

    @Test
    void new_is_what_was_not_there_or_says_something_else() {
        var before = new Modules(List.of(OLD, reading("changed", "Before.")));
        var after = new Modules(List.of(reading("changed", "After."), OLD, NEW));
        assertThat(after.newSince(before)).extracting(CourseModule::key).containsExactly("changed", "new");
    }

    private static CourseModule reading(String key, String text) {
        return module(key, ModuleKind.READING, text, null, null);
    }

    private static CourseModule module(String key, ModuleKind kind, String text, String link, Quiz quiz) {
        return new CourseModule(key, kind, "Title", null, text, link, null, quiz);
    }

    private static Quiz quiz(Integer draw, Question... questions) {
        return new Quiz(50, null, null, draw, List.of(questions));
    }

    private static Question question(Kind kind, Choice... choices) {
        return new Question(kind, "What now?", List.of(choices), null);
    }
}
