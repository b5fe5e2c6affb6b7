package org.barnstorm.training;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.platform.paging.Window;

/** Queries over courses. */
@ApplicationScoped
class CourseRepository implements PanacheRepositoryBase<Course, UUID> {

    Optional<Course> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Course> all(Window window) {
        return find("id > ?1 order by id", window.afterId())
                .range(0, window.limit())
                .list();
    }

    List<Course> ofGroups(Collection<UUID> groupIds, Window window) {
        return find("groupId in ?1 and id > ?2 order by id", groupIds, window.afterId())
                .range(0, window.limit())
                .list();
    }

    Map<UUID, String> titles(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : list("id in ?1", ids).stream().collect(Collectors.toMap(Course::id, Course::title));
    }
}
