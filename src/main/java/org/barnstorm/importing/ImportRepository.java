package org.barnstorm.importing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.platform.Rows;
import org.barnstorm.platform.paging.Window;

/** Queries over imports, and over how far each is. */
@ApplicationScoped
class ImportRepository implements PanacheRepositoryBase<MemberImport, UUID> {
    /**
     * How far an import is.
     *
     * @param checked so many lines with people are checked
     * @param handled the number of the last line that is handled
     */
    record Work(long checked, long handled) {}

    private final Rows rows;

    ImportRepository(Rows rows) {
        this.rows = rows;
    }

    /** Imports with something to do, oldest first. */
    List<UUID> due() {
        return rows.read(
                "select id from member_import where status in ('UPLOADED', 'CHECKING', 'RUNNING') order by id limit 100",
                statement -> {},
                row -> row.getObject(1, UUID.class));
    }

    /** What can be deleted: what is over for long enough, and previews that nobody started. */
    List<UUID> stale(Instant before) {
        return rows.read(
                """
                select id from member_import
                where not purged and (status in ('CANCELLED', 'FAILED')
                                      or status in ('DONE', 'PREVIEW') and status_since < ?)
                order by status_since limit 100
                """, statement -> statement.setObject(1, Rows.moment(before)), row -> row.getObject(1, UUID.class));
    }

    void begin(UUID id) {
        rows.write(
                getSession(),
                "insert into import_work (import_id) values (?)",
                statement -> statement.setObject(1, id));
    }

    /** Takes the work on an import until the transaction ends; nothing if another replica has it. */
    Optional<Work> takeOrSkip(UUID id) {
        return rows
                .lock(
                        getSession(),
                        "select checked, handled from import_work where import_id = ? for update skip locked",
                        statement -> statement.setObject(1, id),
                        row -> new Work(row.getLong(1), row.getLong(2)))
                .stream()
                .findFirst();
    }

    void keep(UUID id, Work work) {
        rows.write(getSession(), "update import_work set checked = ?, handled = ? where import_id = ?", statement -> {
            statement.setLong(1, work.checked());
            statement.setLong(2, work.handled());
            statement.setObject(3, id);
        });
    }

    Optional<MemberImport> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Locks one that was read before, and says whether it still is in this state. */
    boolean isStill(MemberImport job, MemberImport.Status status) {
        getSession().refresh(job, LockModeType.PESSIMISTIC_WRITE);
        return job.status() == status;
    }

    List<MemberImport> inGroup(UUID groupId, Window window) {
        return find("groupId = ?1 and id > ?2 order by id", groupId, window.afterId())
                .range(0, window.limit())
                .list();
    }

    /** One that is not over. */
    Optional<MemberImport> openIn(UUID groupId) {
        return find("groupId = ?1 and endedAt is null", groupId).firstResultOptional();
    }
}
