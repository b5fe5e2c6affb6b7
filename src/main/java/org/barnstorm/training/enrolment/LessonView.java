package org.barnstorm.training.enrolment;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import org.barnstorm.training.content.CourseModule;
import org.barnstorm.training.content.ModuleKind;
import org.barnstorm.training.content.Quiz;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A module as its learner sees it: what to read, watch or do; of a quiz its rules, and neither questions nor answers. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Lesson", description = "A module as its learner sees it: what to read, watch or do.")
record LessonView(
        @Schema(description = "Its name in addresses.", examples = "listening")
        String module,

        @Schema(description = "How it is done.", examples = "READING")
        ModuleKind kind,

        @Schema(description = "What it is called.", examples = "How to listen")
        String title,

        @Nullable @Schema(description = "About how many minutes it takes.", examples = "10")
        Integer minutes,

        @Schema(description = "How far one is with it.", examples = "OPEN")
        StepState state,

        @Nullable
        @Schema(
                description = "What to read, watch for or do, in Markdown. Show no HTML in it.",
                examples = "Ask **one** question, then wait.")
        String text,

        @Nullable
        @Schema(description = "The video, or further material.", examples = "https://video.example.org/listening")
        String link,

        @Nullable @Schema(description = "How many questions an attempt at the quiz has.", examples = "5")
        Integer questions,

        @Nullable @Schema(description = "Percent of them that must be right.", examples = "80")
        Integer passPercent,

        @Nullable @Schema(description = "How many attempts one has; absent: any number.", examples = "3")
        Integer attempts,

        @Nullable @Schema(description = "Minutes after a failed attempt until the next can begin.", examples = "60")
        Integer coolDownMinutes) {

    static LessonView of(Step step, CourseModule module) {
        var quiz = module.quiz();
        return new LessonView(
                module.key(),
                module.kind(),
                module.title(),
                module.minutes(),
                step.state(),
                module.text(),
                module.link(),
                quiz == null ? null : quiz.drawn(),
                quiz == null ? null : quiz.passPercent(),
                attempts(quiz, step),
                quiz == null ? null : quiz.coolDownMinutes());
    }

    private static Integer attempts(Quiz quiz, Step step) {
        return quiz == null || quiz.attempts() == null ? null : quiz.attempts() + step.extraAttempts();
    }
}
