package org.barnstorm.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** Every query over the marks that stop mandates. A mark belongs to an ending or to a suspension, its cause. */
@ApplicationScoped
class StopRepository {
    /** Struck out by whoever undid another cause meanwhile, a mark stands again: this cause has not been undone. */
    private static final String STOP = """
            insert into mandate_stop (mandate_id, cause_id, suspended, rested_at)
            select id, :cause, :suspended, null from unnest(:ids) as id order by id
            on conflict (mandate_id, cause_id) do update set undone_at = null, rested_at = null
            where mandate_stop.undone_at is not null
            """;

    private static final String STANDING = """
            select distinct on (mandate_id) mandate_id, cause_id from mandate_stop
            where mandate_id = any(:ids) and undone_at is null
            order by mandate_id, suspended desc, cause_id desc
            """;

    private static final String UNRESTED = """
            select distinct cause_id from mandate_stop
            where suspended and rested_at is null and undone_at is null and stopped_at < now() - interval '1 minute'
            limit :most
            """;

    private final Session database;

    StopRepository(Session database) {
        this.database = database;
    }

    /**
     * Kills these mandates for every writer that has not shared them yet.
     *
     * @param cause the ending or the suspension
     */
    void stop(Collection<UUID> ids, UUID cause, boolean suspended) {
        database.createNativeMutationQuery(STOP)
                .setParameter("ids", array(ids), UUID[].class)
                .setParameter("cause", cause)
                .setParameter("suspended", suspended)
                .executeUpdate();
    }

    /** Whether an ending has begun that is not taken back; a suspension is none. */
    boolean isEnding(UUID mandateId) {
        return !database.createNativeQuery("""
                        select 1 as stopped from mandate_stop
                        where mandate_id = :mandate and undone_at is null and not suspended
                        """, Integer.class)
                .addScalar("stopped", Integer.class)
                .setParameter("mandate", mandateId)
                .getResultList()
                .isEmpty();
    }

    /** What keeps each of these from acting; of several causes a suspension, or else the last ending. */
    Map<UUID, UUID> standing(Collection<UUID> ids) {
        var found = new HashMap<UUID, UUID>();
        for (var row : database.createNativeQuery(STANDING, Standing.class)
                .setParameter("ids", array(ids), UUID[].class)
                .getResultList()) {
            found.put(row.mandateId(), row.causeId());
        }
        return found;
    }

    /** A mark that stands. */
    record Standing(UUID mandateId, UUID causeId) {}

    /** Strikes out the marks of revocations. The caller holds the locks; what a suspension keeps stays. */
    void strikeRevocations(Collection<UUID> ids) {
        database.createNativeMutationQuery("""
                        update mandate_stop set undone_at = now()
                        where mandate_id = any(:ids) and not suspended and undone_at is null
                        """)
                .setParameter("ids", array(ids), UUID[].class)
                .executeUpdate();
    }

    void strikeSuspension(UUID suspension, Collection<UUID> ids) {
        database.createNativeMutationQuery("""
                        update mandate_stop set undone_at = now()
                        where cause_id = :cause and mandate_id = any(:ids) and undone_at is null
                        """)
                .setParameter("cause", suspension)
                .setParameter("ids", array(ids), UUID[].class)
                .executeUpdate();
    }

    /** What was revoked before it could rest does not rest. */
    void strikeRevoked(UUID suspension) {
        database.createNativeMutationQuery("""
                        update mandate_stop set undone_at = now()
                        where cause_id = :cause and rested_at is null and undone_at is null
                          and mandate_id in (select id from mandate where revoked_at is not null)
                        """)
                .setParameter("cause", suspension)
                .executeUpdate();
    }

    /** Says that these rest: their writers are done, and their work is handed on. */
    void rested(UUID suspension, Collection<UUID> ids) {
        database.createNativeMutationQuery("""
                        update mandate_stop set rested_at = now()
                        where cause_id = :cause and mandate_id = any(:ids) and undone_at is null
                        """)
                .setParameter("cause", suspension)
                .setParameter("ids", array(ids), UUID[].class)
                .executeUpdate();
    }

    /** Those of which that was said. */
    Set<UUID> restedBy(UUID suspension) {
        return Set.copyOf(database.createNativeQuery("""
                        select mandate_id from mandate_stop
                        where cause_id = :cause and undone_at is null and rested_at is not null
                        """, UUID.class)
                .addScalar("mandate_id", UUID.class)
                .setParameter("cause", suspension)
                .getResultList());
    }

    /** Mandates that a suspension keeps, ids ascending. */
    List<UUID> keptBy(UUID suspension) {
        return database.createNativeQuery("""
                        select mandate_id from mandate_stop
                        where cause_id = :cause and undone_at is null order by mandate_id
                        """, UUID.class)
                .addScalar("mandate_id", UUID.class)
                .setParameter("cause", suspension)
                .getResultList();
    }

    /** Suspensions whose second step nobody works on any more. */
    List<UUID> unrested(int most) {
        return database.createNativeQuery(UNRESTED, UUID.class)
                .addScalar("cause_id", UUID.class)
                .setParameter("most", most)
                .getResultList();
    }

    /** Those of these that a suspension keeps. */
    Set<UUID> suspended(Collection<UUID> ids) {
        return Set.copyOf(database.createNativeQuery("""
                        select distinct mandate_id from mandate_stop
                        where mandate_id = any(:ids) and suspended and undone_at is null
                        """, UUID.class)
                .addScalar("mandate_id", UUID.class)
                .setParameter("ids", array(ids), UUID[].class)
                .getResultList());
    }

    private static UUID[] array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
