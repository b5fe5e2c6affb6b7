package org.barnstorm.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.member.Members;
import org.barnstorm.platform.GeoPoint;
import org.barnstorm.platform.Rows;
import org.barnstorm.training.Qualifications;

/** What other features know of somebody who looks for something to do. */
@ApplicationScoped
class SeekerRepository {
    /**
     * What matters of somebody.
     *
     * @param home where they live; null when they have not said
     * @param courses whose qualification they hold now
     */
    record Known(GeoPoint home, Set<UUID> courses) {}

    private final Rows rows;

    SeekerRepository(Rows rows) {
        this.rows = rows;
    }

    Known of(UUID memberId, Instant now) {
        var answers = rows.read(Members.askHome(memberId), Qualifications.askCoursesOf(memberId, now));
        return new Known(answers.first().stream().findFirst().orElse(null), Set.copyOf(answers.second()));
    }
}
