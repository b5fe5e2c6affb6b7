package org.barnstorm.regroup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.campaign.CampaignMoves;
import org.barnstorm.practice.session.SessionMoves;
import org.barnstorm.task.TaskMoves;
import org.barnstorm.task.kind.Kinds;
import org.barnstorm.task.series.SeriesMoves;

/**
 * What goes along when a group becomes part of another: its campaigns, its series, its open tasks, the live sessions among
 * these.
 */
@ApplicationScoped
class OpenWork {
    private static final int BATCH = 100;

    private final CampaignMoves campaigns;
    private final SeriesMoves series;
    private final TaskMoves tasks;
    private final SessionMoves sessions;
    private final Kinds kinds;

    OpenWork(CampaignMoves campaigns, SeriesMoves series, TaskMoves tasks, SessionMoves sessions, Kinds kinds) {
        this.campaigns = campaigns;
        this.series = series;
        this.tasks = tasks;
        this.sessions = sessions;
        this.kinds = kinds;
    }

    /** Some of it, and series before the tasks that they make; whether there was any left. */
    boolean move(GroupRef from, GroupRef into, UUID move) {
        return campaigns.move(from, into, move, BATCH) > 0
                || series.move(from, into, move, BATCH) > 0
                || tasks.move(from, into, move, BATCH) > 0
                || sessions.move(from, into, move, BATCH) > 0;
    }

    /**
     * Kinds of it that the group has to itself and the other does not: there nobody would know any more how such work can
     * turn out, and what means that somebody else has to do it again would count as done.
     */
    List<String> kindsLeft(GroupRef from, GroupRef into) {
        var used = new TreeSet<String>();
        used.addAll(series.kinds(from));
        used.addAll(tasks.kinds(from));
        return kinds.missing(used, from, into);
    }
}
