package org.barnstorm.training.quiz;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Queries over attempts. Every change of one holds the lock on its enrolment. */
@ApplicationScoped
class AttemptRepository implements PanacheRepositoryBase<Attempt, UUID> {
    /** What an attempt belongs to, without loading it: what is loaded before the lock would be stale after it. */
    record Where(UUID enrolmentId, String module) {}

    private static final String TALLY = """
            select count(*) as begun, count(*) filter (where a.enrolment_id = :enrolment) as here,
                   (array_agg(a.status order by a.begun_at desc, a.id desc))[1] as last_status,
                   (array_agg(a.closed_at order by a.begun_at desc, a.id desc))[1] as last_closed_at
            from quiz_attempt a
            join enrolment e on e.id = a.enrolment_id
            join enrolment own on own.id = :enrolment
            where a.member_id = :member and a.course_id = :course and a.module = :module
              and not exists (
                  select 1 from enrolment c
                  where c.member_id = :member and c.course_id = :course and c.status = 'COMPLETED'
                    and c.ended_at >= e.begun_at and c.ended_at <= own.begun_at)
            """;

    Optional<Where> where(UUID id) {
        return getSession()
                .createQuery("select enrolmentId, module from Attempt where id = ?1", Where.class)
                .setParameter(1, id)
                .getResultStream()
                .findFirst();
    }

    /** The one that goes on in this enrolment, or waits to be marked; there is at most one. */
    Optional<Attempt> goingOn(UUID enrolmentId, String module) {
        return find("enrolmentId = ?1 and module = ?2 and status in (OPEN, SUBMITTED)", enrolmentId, module)
                .firstResultOptional();
    }

    /**
     * Counts those of somebody at a quiz since they last completed the course before this enrolment: who leaves and
     * enrols again has not more of them, and who renews begins anew. They are counted where they are, however many.
     */
    Tally tally(UUID memberId, UUID courseId, String module, UUID enrolmentId) {
        var row = getSession()
                .createNativeQuery(TALLY, Tuple.class)
                .addScalar("begun", Integer.class)
                .addScalar("here", Integer.class)
                .addScalar("last_status", String.class)
                .addScalar("last_closed_at", Instant.class)
                .addSynchronizedEntityClass(Attempt.class)
                .setParameter("member", memberId)
                .setParameter("course", courseId)
                .setParameter("module", module)
                .setParameter("enrolment", enrolmentId)
                .getSingleResult();
        var last = row.get("last_status", String.class);
        return new Tally(
                row.get("begun", Integer.class),
                row.get("here", Integer.class),
                last == null ? null : Attempt.Status.valueOf(last),
                row.get("last_closed_at", Instant.class));
    }
}
