package org.barnstorm.training.enrolment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.training.Completions.Held;
import org.barnstorm.training.content.CourseModule;
import org.barnstorm.training.content.News;

/**
 * What somebody takes who enrols, and why.
 *
 * @param renewsId the qualification that it renews or brings up to date; null for a first one
 */
record Plan(Enrolment.Purpose purpose, UUID versionId, UUID renewsId, List<CourseModule> modules) {

    /**
     * Whoever holds nothing, or whose qualification ran out long ago, takes the whole course; whose runs out soon, the
     * modules that refresh it and all that are new; whose is valid, those that are new, if a version asks for them.
     *
     * @param published the course and what is new in it; nothing while it has no version
     * @param latest what they have of it in this group
     */
    static Plan of(Optional<News> published, Optional<Held> latest, GroupPath group) {
        var news = published.orElseThrow(() -> Refusal.conflict(
                "course-unpublished", "This course has no modules yet. A trainer records who completed it."));
        var version = news.latest();
        var all = version.modules().modules();
        var whole = new Plan(Enrolment.Purpose.WHOLE, version.id(), null, all);
        if (latest.isEmpty()) return whole;
        var held = latest.get();
        if (held.renewable()) {
            if (all.stream().noneMatch(CourseModule::refreshes)) return whole;
            // Who renews knows the course as it is now, whether those who are qualified are asked to catch up or not.
            var fresh = news.fresh();
            var both = all.stream()
                    .filter(each -> each.refreshes() || fresh.contains(each))
                    .toList();
            return new Plan(Enrolment.Purpose.REFRESH, version.id(), held.id(), both);
        }
        if (!held.counts()) return whole;
        var asked = news.toCatchUp();
        if (asked.isEmpty()) {
            throw Refusal.conflict("already-qualified", "They hold this qualification in " + group + " already.");
        }
        return new Plan(Enrolment.Purpose.CATCH_UP, version.id(), held.id(), asked);
    }
}
