package org.barnstorm.task.kind;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.platform.paging.Window;

/** Queries over kinds of work. A line is a group and those above it, nearest first. */
@ApplicationScoped
class KindRepository implements PanacheRepositoryBase<TaskKind, UUID> {
    private static final String NEAREST = """
            select distinct on (code) id from task_kind
            where group_id = any(:line) and code > :after
            order by code, array_position(:line, group_id)
            limit :fetch
            """;

    /** The group's own kind with this code, locked. */
    Optional<TaskKind> lockOwn(UUID groupId, String code) {
        return find("groupId = ?1 and code = ?2", groupId, code)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The kind that counts for the first group of the line. */
    Optional<TaskKind> nearest(List<UUID> line, String code) {
        return find("from TaskKind k left join fetch k.outcomes where k.code = ?1 and k.groupId in ?2", code, line)
                .stream()
                .min(Comparator.comparing(kind -> line.indexOf(kind.groupId())));
    }

    /** Codes among these of kinds that the one group has itself, and the other has not. */
    List<String> missing(Collection<String> codes, UUID from, UUID into) {
        return getSession()
                .createQuery("""
                        select k.code from TaskKind k
                        where k.groupId = ?1 and k.code in ?2
                          and not exists (select 1 from TaskKind o where o.groupId = ?3 and o.code = k.code)
                        order by k.code
                        """, String.class)
                .setParameter(1, from)
                .setParameter(2, codes)
                .setParameter(3, into)
                .getResultList();
    }

    /** All that count for the first group of the line, by code. */
    List<TaskKind> nearest(List<UUID> line, Window window) {
        var ids = getSession()
                .createNativeQuery(NEAREST, UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("line", line.toArray(UUID[]::new), UUID[].class)
                .setParameter("after", window.isFirst() ? "" : window.after().get(0))
                .setParameter("fetch", window.fetch())
                .getResultList();
        return list("from TaskKind k left join fetch k.outcomes where k.id in ?1 order by k.code", ids);
    }
}
