package org.barnstorm.task.template;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.barnstorm.platform.paging.Window;

/** Queries over templates. */
@ApplicationScoped
class TemplateRepository implements PanacheRepositoryBase<Template, UUID> {
    /** Locks it, and reads it as it is now. */
    void lock(Template template) {
        getSession().refresh(template, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those in use. */
    List<Template> ofGroups(Collection<UUID> groupIds, Window window) {
        return find("groupId in ?1 and retiredAt is null and id > ?2 order by id", groupIds, window.afterId())
                .range(0, window.limit())
                .list();
    }
}
