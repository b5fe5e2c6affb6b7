package org.barnstorm.training.enrolment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.training.content.ModuleKind;

/** Queries over enrolments and their steps. */
@ApplicationScoped
class EnrolmentRepository implements PanacheRepositoryBase<Enrolment, UUID> {
    /**
     * Something that waits for a trainer.
     *
     * @param id of the step or, when all is done, of the enrolment
     * @param module null when all is done, as its kind and its state
     */
    record Waiting(
            UUID id,
            UUID enrolmentId,
            UUID courseId,
            UUID memberId,
            UUID groupId,
            String module,
            String kind,
            String state) {}

    /** Whose an enrolment is, and where. */
    record Whose(UUID id, UUID memberId, UUID groupId, UUID courseId) {}

    /** One way through a course at a time. */
    Optional<Enrolment> goingOn(UUID memberId, UUID courseId) {
        return find("memberId = ?1 and courseId = ?2 and status in (ACTIVE, WAITING)", memberId, courseId)
                .firstResultOptional();
    }

    /** Whose it is, without loading it: what is loaded before the lock would be stale after it. */
    Optional<Whose> whose(UUID id) {
        return getSession()
                .createQuery("select id, memberId, groupId, courseId from Enrolment where id = ?1", Whose.class)
                .setParameter(1, id)
                .getResultStream()
                .findFirst();
    }

    /** Every change of a step locks its enrolment. Comes after locks on members and mandates. */
    Enrolment lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Steps that somebody still has to do and somebody else has to see, of enrolments that go on. */
    List<Enrolment> goingOn(UUID memberId) {
        return list(
                "from Enrolment e join fetch e.steps where e.memberId = ?1 and e.status = ACTIVE order by e.id",
                memberId);
    }

    /** Those of a course that go on and in which this module, of this kind, is to be done. */
    List<Enrolment> open(UUID courseId, String module, ModuleKind kind, Window window) {
        var ids = getSession()
                .createQuery("""
                        select e.id from Enrolment e join e.steps s
                        where e.courseId = ?1 and e.status = ACTIVE and s.module = ?2 and s.kind = ?3
                          and s.state <> DONE and e.id > ?4
                        order by e.id
                        """, UUID.class)
                .setParameter(1, courseId)
                .setParameter(2, module)
                .setParameter(3, kind)
                .setParameter(4, window.afterId())
                .setMaxResults(window.fetch())
                .getResultList();
        return withSteps(ids);
    }

    /** The oldest of somebody's ways through courses that go on, those that wait for a lead too, with their steps. */
    List<Enrolment> onTheWay(UUID memberId) {
        return list("""
                from Enrolment e join fetch e.steps
                where e.id in (
                    select w.id from Enrolment w
                    where w.memberId = ?1 and w.status in (ACTIVE, WAITING) order by w.id limit 100)
                order by e.id""", memberId);
    }

    /** All of somebody's, whatever became of them. */
    List<UUID> idsOf(UUID memberId) {
        return find("memberId", memberId).stream().map(Enrolment::id).toList();
    }

    /** Of these people in these groups, who did all modules and waits for a lead; no module and no kind. */
    List<Waiting> waitingOf(Collection<UUID> memberIds, Collection<UUID> groupIds) {
        return getSession()
                .createNativeQuery("""
                        select e.id, e.id as enrolment_id, e.course_id, e.member_id, e.group_id,
                               cast(null as text) as module, cast(null as text) as kind, cast(null as text) as state
                        from enrolment e
                        where e.member_id = any(:members) and e.group_id = any(:groups) and e.status = 'WAITING'
                        order by e.id
                        """, Waiting.class)
                .setParameter("members", memberIds.toArray(UUID[]::new), UUID[].class)
                .setParameter("groups", groupIds.toArray(UUID[]::new), UUID[].class)
                .getResultList();
    }

    List<Enrolment> of(UUID memberId, Window window) {
        var ids = getSession()
                .createQuery("select id from Enrolment where memberId = ?1 and id > ?2 order by id", UUID.class)
                .setParameter(1, memberId)
                .setParameter(2, window.afterId())
                .setMaxResults(window.fetch())
                .getResultList();
        return withSteps(ids);
    }

    /**
     * Lets those of these people that go on in one group go on in another.
     *
     * @param courseGroups whose courses can be taken there
     * @return which they are
     */
    List<UUID> moveTo(UUID groupId, Collection<UUID> memberIds, UUID from, Collection<UUID> courseGroups) {
        return getSession()
                .createNativeQuery("""
                        update enrolment e set group_id = :into
                        from course c
                        where c.id = e.course_id and c.group_id = any(:courses) and e.member_id = any(:members)
                          and e.group_id = :from and e.status in ('ACTIVE', 'WAITING')
                        returning e.id
                        """, UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("into", groupId)
                .setParameter("from", from)
                .setParameter("members", memberIds.toArray(UUID[]::new), UUID[].class)
                .setParameter("courses", courseGroups.toArray(UUID[]::new), UUID[].class)
                .getResultList();
    }

    List<Enrolment> withSteps(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : list("from Enrolment e join fetch e.steps where e.id in ?1 order by e.id", ids);
    }

    /** Not of those who left the group or are suspended there: nobody can do anything about it meanwhile. */
    List<Waiting> waiting(Collection<UUID> groupIds, Window window) {
        return getSession()
                .createNativeQuery("""
                        select s.id, e.id as enrolment_id, e.course_id, e.member_id, e.group_id, s.module, s.kind, s.state
                        from enrolment e join enrolment_step s on s.enrolment_id = e.id
                        join membership m on m.member_id = e.member_id and m.group_id = e.group_id and m.status = 'ACTIVE'
                        where e.group_id = any(:groups) and e.status = 'ACTIVE' and s.state in ('SUBMITTED', 'EXHAUSTED')
                          and s.id > :after
                        union all
                        select e.id, e.id, e.course_id, e.member_id, e.group_id, null, null, null
                        from enrolment e
                        join membership m on m.member_id = e.member_id and m.group_id = e.group_id and m.status = 'ACTIVE'
                        where e.group_id = any(:groups) and e.status = 'WAITING' and e.id > :after
                        order by 1
                        limit :fetch
                        """, Waiting.class)
                .setParameter("groups", groupIds.toArray(UUID[]::new), UUID[].class)
                .setParameter("after", window.afterId())
                .setParameter("fetch", window.fetch())
                .getResultList();
    }
}
