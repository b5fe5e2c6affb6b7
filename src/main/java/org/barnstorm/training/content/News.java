package org.barnstorm.training.content;

import java.util.List;

/**
 * What a course has become since somebody learnt it.
 *
 * @param latest the newest version
 * @param before the version that they know; null when they know none
 * @param asksToCatchUp whether one that was published since asks those who are qualified to do what is new
 */
public record News(Versions.Published latest, Versions.Published before, boolean asksToCatchUp) {

    /** For somebody who learns it for the first time: nothing of it is news. */
    public static News none(Versions.Published latest) {
        return new News(latest, latest, false);
    }

    /** The modules that are new, or say something else, whether somebody asks for them or not. */
    public List<CourseModule> fresh() {
        return before == null ? latest.modules().modules() : latest.modules().newSince(before.modules());
    }

    /** Those that somebody who is qualified is asked to do. */
    public List<CourseModule> toCatchUp() {
        return asksToCatchUp ? fresh() : List.of();
    }
}
