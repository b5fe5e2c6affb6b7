package org.barnstorm.member;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.barnstorm.authority.Caller;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.problem.Refusal;
import org.hibernate.Session;

/** Taking out what is held about oneself (GDPR, articles 15 and 20). */
@ApplicationScoped
@Transactional
class TakeoutService {
    static final String TAKEN_OUT = "member.taken-out";
    static final int MOST = 5;

    private static final Duration DAY = Duration.ofDays(1);

    /** All of it as it was at one moment. Has to be the first statement of its transaction. */
    private static final String ONE_MOMENT = "set transaction isolation level repeatable read read only";

    private final Members members;
    private final List<PersonalData> shares;
    private final Journal journal;
    private final Session database;
    private final Clock clock;

    TakeoutService(Members members, @All List<PersonalData> shares, Journal journal, Session database, Clock clock) {
        this.members = members;
        this.shares = shares;
        this.journal = journal;
        this.database = database;
        this.clock = clock;
    }

    /** Refuses or counts, and writes down what is about to be read: somebody with another's telephone leaves a trace. */
    void begin(Caller caller) {
        var me = caller.memberId();
        members.lock(me);
        var now = clock.instant();
        var taken = journal.moments(me, TAKEN_OUT, now.minus(DAY));
        if (taken.size() >= MOST) {
            var again = taken.get(taken.size() - MOST).plus(DAY);
            throw Refusal.of(
                            Refusal.Kind.SPENT,
                            "too-many-takeouts",
                            "You took out your data " + MOST + " times within 24 hours. Go on at " + again + ".")
                    .after(Duration.between(now, again).plusSeconds(1));
        }
        journal.append(new Event(TAKEN_OUT, me, null, null, me, null));
    }

    /** Everything, in one read-only transaction. */
    TakeoutView read(Caller caller) {
        database.createNativeMutationQuery(ONE_MOMENT).executeUpdate();
        var me = caller.memberId();
        var held = new TreeMap<String, List<Map<String, Object>>>();
        for (var share : shares)
            for (var holding : share.holdings())
                held.put(holding.name(), holding.rows().apply(me));
        return new TakeoutView(me, clock.instant(), held);
    }
}
