package org.barnstorm.training.quiz;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was answered and marked in one attempt, by the number of the question in it.
 *
 * @param answers only what was answered
 * @param marks only answers in own words have one
 */
record Sheet(Map<Integer, Answer> answers, Map<Integer, Mark> marks) {
    static final Sheet EMPTY = new Sheet(Map.of(), Map.of());

    Sheet answered(int number, Answer answer) {
        var more = new TreeMap<>(answers);
        more.put(number, answer);
        return new Sheet(more, marks);
    }

    Sheet marked(List<Mark> given) {
        var all = new TreeMap<Integer, Mark>();
        given.forEach(each -> all.put(each.question(), each));
        return new Sheet(answers, all);
    }
}
