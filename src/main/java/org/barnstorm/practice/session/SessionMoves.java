package org.barnstorm.practice.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.barnstorm.authority.GroupRef;

/** Live sessions go on in another group when their tasks have gone there: its trainers say who was there. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class SessionMoves {
    private final LiveSessionRepository sessions;
    private final SessionJournal journal;

    SessionMoves(LiveSessionRepository sessions, SessionJournal journal) {
        this.sessions = sessions;
        this.journal = journal;
    }

    /**
     * Moves some after their tasks.
     *
     * @return how many; 0 when all are there
     */
    public int move(GroupRef from, GroupRef into, UUID move, int most) {
        var ids = sessions.lockLeftBehind(from.id(), into.id(), most);
        if (ids.isEmpty()) return 0;
        sessions.moveTo(into.id(), ids);
        journal.recordMoved(sessions.list("id in ?1 order by id", ids), into, move);
        return ids.size();
    }
}
