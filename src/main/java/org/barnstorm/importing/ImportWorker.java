package org.barnstorm.importing;

import static org.barnstorm.authority.Capability.MEMBER_IMPORT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Callers;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Contacts;
import org.barnstorm.platform.time.Timestamps;

/**
 * Takes an import one step further. Whoever has the row of its work does; a replica that dies lets go of it with its
 * transaction, and the next one begins where the last step that was committed ended.
 */
@ApplicationScoped
@Transactional
class ImportWorker {
    private static final int LINES = 5_000;

    private final ImportRepository imports;
    private final LineRepository lines;
    private final ChunkRepository chunks;
    private final Checking checking;
    private final Bringing bringing;
    private final Authority authority;
    private final Callers callers;
    private final Groups groups;
    private final Contacts contacts;
    private final ImportJournal journal;
    private final Clock clock;

    ImportWorker(
            ImportRepository imports,
            LineRepository lines,
            ChunkRepository chunks,
            Checking checking,
            Bringing bringing,
            Authority authority,
            Callers callers,
            Groups groups,
            Contacts contacts,
            ImportJournal journal,
            Clock clock) {
        this.imports = imports;
        this.lines = lines;
        this.chunks = chunks;
        this.checking = checking;
        this.bringing = bringing;
        this.authority = authority;
        this.callers = callers;
        this.groups = groups;
        this.contacts = contacts;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Returns whether there was something to do, and nobody else did it. Each step asks anew whether who uploaded or started
     * it may: from a revocation on, nobody else is brought in.
     */
    boolean step(UUID id) {
        var work = imports.takeOrSkip(id);
        if (work.isEmpty()) return false;
        var job = imports.findById(id);
        if (job.isOver() || job.status() == MemberImport.Status.PREVIEW) return false;
        var group = groups.withId(job.groupId());
        groups.requireOpen(group);
        authority.holds(callers.withId(job.actor()), MEMBER_IMPORT, group);
        switch (job.status()) {
            case UPLOADED -> checking.open(job);
            case CHECKING -> checking.step(job, work.get(), group);
            case RUNNING -> bringing.step(job, work.get(), group);
            case PREVIEW, DONE, CANCELLED, FAILED -> throw new IllegalStateException("Looked at above");
        }
        return true;
    }

    /** What it needs is gone: the group, or the mandate. */
    void stop(UUID id, String because) {
        var job = imports.lock(id).orElseThrow();
        if (job.isOver()) return;
        job.stop(because, Timestamps.now(clock));
        journal.record("import.cancelled", job, null, null);
    }

    void fail(UUID id, String because, long after) {
        var job = imports.lock(id).orElseThrow();
        if (job.status() == MemberImport.Status.CHECKING) checking.fail(job, because, after);
    }

    /** Deletes some of what an import that is over, or was never started, says of people; returns whether there is more. */
    boolean purge(UUID id) {
        var job = imports.lock(id).orElseThrow();
        if (!job.isOver()) {
            stop(id, "not-started");
            return true;
        }
        chunks.delete(id);
        if (lines.delete(id, LINES) == LINES) return true;
        job.purge();
        return false;
    }

    int expireContacts(int most) {
        return contacts.expire(most);
    }

    void deleteLost(Instant before) {
        chunks.deleteLost(before);
    }
}
