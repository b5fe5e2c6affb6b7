package org.barnstorm.training.enrolment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.training.Completions.Held;
import org.barnstorm.training.content.CourseModule;
import org.barnstorm.training.content.Versions;

/**
 * What somebody takes who enrols, and why.
 *
 * @param renewsId the qualification that it renews or brings up to date; null for a first one
 */
record Plan(Enrolment.Purpose purpose, UUID versionId, UUID renewsId, List<CourseModule> modules) {

    /**
     * Whoever holds nothing, or whose qualification ran out long ago, takes the whole course; whose runs out soon, the
     * modules that refresh it and those that are new; whose is valid, those that are new, if there are any.
     *
     * @param versions all of the course, the oldest first
     * @param latest what they have of it in this group
     */
    static Plan of(List<Versions.Published> versions, Optional<Held> latest, GroupPath group) {
        if (versions.isEmpty()) {
            throw Refusal.conflict(
                    "course-unpublished", "This course has no modules yet. A trainer records who completed it.");
        }
        var version = versions.get(versions.size() - 1);
        var all = version.modules().modules();
        var whole = new Plan(Enrolment.Purpose.WHOLE, version.id(), null, all);
        if (latest.isEmpty()) return whole;
        var held = latest.get();
        var fresh = Versions.toCatchUp(versions, held.versionId(), held.completedAt());
        if (held.renewable()) {
            var again = all.stream().filter(CourseModule::refreshes).toList();
            if (again.isEmpty()) return whole;
            var both = all.stream()
                    .filter(each ->
                            Stream.concat(again.stream(), fresh.stream()).anyMatch(each::equals))
                    .toList();
            return new Plan(Enrolment.Purpose.REFRESH, version.id(), held.id(), both);
        }
        if (!held.counts()) return whole;
        if (fresh.isEmpty()) {
            throw Refusal.conflict("already-qualified", "They hold this qualification in " + group + " already.");
        }
        return new Plan(Enrolment.Purpose.CATCH_UP, version.id(), held.id(), fresh);
    }
}
