package org.barnstorm.training.quiz;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Queries over attempts. Every change of one holds the lock on its enrolment. */
@ApplicationScoped
class AttemptRepository implements PanacheRepositoryBase<Attempt, UUID> {
    /** What an attempt belongs to, without loading it: what is loaded before the lock would be stale after it. */
    record Where(UUID enrolmentId, String module) {}

    Optional<Where> where(UUID id) {
        return getSession()
                .createQuery("select enrolmentId, module from Attempt where id = ?1", Where.class)
                .setParameter(1, id)
                .getResultStream()
                .findFirst();
    }

    /**
     * All of somebody at a quiz since they last completed the course before this enrolment, the first one first: who
     * leaves and enrols again has not more of them, and who renews begins anew.
     */
    List<Attempt> counted(UUID memberId, UUID courseId, String module, UUID enrolmentId) {
        return getSession()
                .createNativeQuery("""
                        select a.* from quiz_attempt a
                        join enrolment e on e.id = a.enrolment_id
                        join enrolment own on own.id = ?4
                        where a.member_id = ?1 and a.course_id = ?2 and a.module = ?3
                          and not exists (
                              select 1 from enrolment c
                              where c.member_id = ?1 and c.course_id = ?2 and c.status = 'COMPLETED'
                                and c.ended_at >= e.begun_at and c.ended_at <= own.begun_at)
                        order by a.begun_at, a.id
                        """, Attempt.class)
                .setParameter(1, memberId)
                .setParameter(2, courseId)
                .setParameter(3, module)
                .setParameter(4, enrolmentId)
                .getResultList();
    }
}
