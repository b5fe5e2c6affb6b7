package org.barnstorm.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Mandates whose time is over by the clock alone: their term, or the campaign that they were for. */
@ApplicationScoped
class LapseRepository {
    private static final String OPEN =
            "m.revoked_at is null and m.lapsed_at is null and (not m.needs_confirmation or m.confirmed_at is not null)";

    /** A minute is longer than a transaction lasts that began while the mandate was live. */
    private static final String TERM_OVER = "m.valid_until < now() - interval '1 minute'";

    private static final String CAMPAIGN_OVER =
            "exists (select 1 from over_campaign o where o.id = m.campaign_id and o.since < now() - interval '1 minute')";

    /** Terms and campaigns are each found by an index of their own. */
    private static final String LAPSING = """
            select id from (
                (select m.id, m.valid_until as since from mandate m where %1$s and %2$s order by m.valid_until limit :most)
                union all
                (select m.id, o.since from over_campaign o join mandate m on m.campaign_id = o.id
                 where o.since < now() - interval '1 minute' and %1$s and (%2$s) is not true
                 order by o.since limit :most)
            ) ended
            order by since limit :most
            """.formatted(OPEN, TERM_OVER);

    private static final String LOCK =
            "select m.* from mandate m where m.id = :id and %s and (%s or %s) for update skip locked"
                    .formatted(OPEN, TERM_OVER, CAMPAIGN_OVER);

    private final Session database;

    LapseRepository(Session database) {
        this.database = database;
    }

    /** Those whose work nobody has handed on yet. */
    List<UUID> lapsing(int most) {
        return database.createNativeQuery(LAPSING, UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("most", most)
                .getResultList();
    }

    /** Locks one of them, unless somebody else has it: another replica, or a writer in flight. */
    Optional<Mandate> lock(UUID id) {
        return database.createNativeQuery(LOCK, Mandate.class).setParameter("id", id).getResultList().stream()
                .findFirst();
    }

    void lapse(UUID id) {
        database.createNativeMutationQuery("update mandate set lapsed_at = now() where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }
}
