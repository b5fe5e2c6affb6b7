package org.barnstorm.training.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.UUID;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;

/**
 * Who goes on in another group goes on with their courses there: steps take an active member of the enrolment's group, and
 * nobody takes a course twice at a time.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class EnrolmentMoves {
    private final EnrolmentRepository enrolments;
    private final EnrolmentJournal journal;
    private final Groups groups;

    EnrolmentMoves(EnrolmentRepository enrolments, EnrolmentJournal journal, Groups groups) {
        this.enrolments = enrolments;
        this.journal = journal;
        this.groups = groups;
    }

    /**
     * Those that go on, of courses that can be taken in the other group as well. The caller holds the locks of these people.
     */
    public void move(Collection<UUID> memberIds, GroupRef from, GroupRef into, UUID move) {
        if (memberIds.isEmpty()) return;
        var ids = enrolments.moveTo(into.id(), memberIds, from.id(), groups.line(into));
        enrolments.withSteps(ids).forEach(enrolment -> journal.recordMoved(enrolment, move));
    }
}
