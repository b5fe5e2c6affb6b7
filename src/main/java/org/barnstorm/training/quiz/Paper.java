package org.barnstorm.training.quiz;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.barnstorm.training.content.Question;
import org.barnstorm.training.content.Quiz;

/**
 * What was drawn for one attempt.
 *
 * @param questions which ones of the pool, in which order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Paper(List<Drawn> questions) {
    /**
     * One question.
     *
     * @param question its index in the pool
     * @param choices the indexes of its choices in the order in which they are shown
     */
    record Drawn(int question, List<Integer> choices) {
        /** The choices that are right, as numbers of what is shown. */
        List<Integer> right(Question asked) {
            return IntStream.range(0, choices.size())
                    .filter(shown -> asked.choices().get(choices.get(shown)).right())
                    .boxed()
                    .toList();
        }
    }

    static Paper draw(Quiz quiz, RandomGenerator chance) {
        var drawn = shuffled(quiz.questions().size(), chance).subList(0, quiz.drawn()).stream()
                .map(index -> new Drawn(
                        index, shuffled(quiz.questions().get(index).choices().size(), chance)))
                .toList();
        return new Paper(drawn);
    }

    /** Fisher and Yates: every order is as likely as any other. */
    private static List<Integer> shuffled(int size, RandomGenerator chance) {
        var order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        for (var i = size - 1; i > 0; i--) Collections.swap(order, i, chance.nextInt(i + 1));
        return List.copyOf(order);
    }
}
