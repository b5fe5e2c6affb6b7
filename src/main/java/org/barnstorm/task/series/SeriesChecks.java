package org.barnstorm.task.series;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.problem.Refusal.Violation;
import org.barnstorm.task.kind.Kinds;
import org.barnstorm.training.Qualifications;

/** Whether a series can be as somebody wants it, asked before it is made and before it is changed. */
@ApplicationScoped
class SeriesChecks {
    private static final int LONGEST_MINUTES = 10080;

    private final Qualifications qualifications;
    private final Kinds kinds;
    private final SeriesConfig config;
    private final Clock clock;

    SeriesChecks(Qualifications qualifications, Kinds kinds, SeriesConfig config, Clock clock) {
        this.qualifications = qualifications;
        this.kinds = kinds;
        this.config = config;
        this.clock = clock;
    }

    /** The same content with a rule that has been read, or a refusal. */
    SeriesContent checked(SeriesContent content, GroupRef group) {
        var outline = content.content();
        outline.task(group.path(), content.zone(), null, null);
        qualifications.requireCourse(outline.requiredCourseId());
        kinds.require(group.id(), outline.kind());
        requireSensibleTimes(content);
        return content.with(
                Recurrence.checked(content.rrule(), content.start(), content.zone(), config.horizon(), config.most()));
    }

    private void requireSensibleTimes(SeriesContent content) {
        var violations = new ArrayList<Violation>();
        if (content.durationMinutes() > LONGEST_MINUTES)
            violations.add(new Violation("/durationMinutes", "Say for how many minutes each goes on, a week at most."));
        if (content.start().getSecond() != 0)
            violations.add(new Violation("/start", "Times of a series are to the minute."));
        if (!content.recurrence().isWithinReach(clock.instant(), content.start()))
            violations.add(new Violation("/start", "It begins within five years from now."));
        if (!violations.isEmpty()) throw Refusal.invalid(violations);
    }
}
