package org.barnstorm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.platform.time.Timestamps;

/** Looks at the lines of a file, some at a time, and keeps what each would do. It changes nothing else. */
@ApplicationScoped
class Checking {
    static final int BATCH = 1_000;

    private final ImportRepository imports;
    private final LineRepository lines;
    private final ChunkRepository chunks;
    private final Files files;
    private final Judge judge;
    private final ImportJournal journal;
    private final ImportConfig config;
    private final Clock clock;

    Checking(
            ImportRepository imports,
            LineRepository lines,
            ChunkRepository chunks,
            Files files,
            Judge judge,
            ImportJournal journal,
            ImportConfig config,
            Clock clock) {
        this.imports = imports;
        this.lines = lines;
        this.chunks = chunks;
        this.files = files;
        this.judge = judge;
        this.journal = journal;
        this.config = config;
        this.clock = clock;
    }

    void open(MemberImport job) {
        if (!imports.isStill(job, MemberImport.Status.UPLOADED)) return;
        job.open(Timestamps.now(clock));
        journal.record("import.opened", job, null, null);
    }

    /** The next lines: what is kept of them and how far the work is are one transaction. */
    void step(MemberImport job, ImportRepository.Work work, GroupRef group) {
        var file = files.at(job, work.checked());
        var drafts = file.next(BATCH);
        var judged = judge.judge(job.id(), group, drafts);
        if (!imports.isStill(job, MemberImport.Status.CHECKING)) return; // somebody cancelled it meanwhile
        lines.add(job.id(), judged);
        job.count(tally(drafts, judged));
        imports.keep(job.id(), new ImportRepository.Work(work.checked() + drafts.size(), 0));
        journal.lines("checked", drafts.size());
        if (job.tally().lines() > config.mostLines()) {
            fail(job, "too-many-lines", config.mostLines());
            return;
        }
        if (drafts.size() == BATCH) {
            files.keep(job.id(), file);
            return;
        }
        chunks.delete(job.id()); // all that is needed of the file is in its lines now
        job.preview(Timestamps.now(clock));
        journal.record("import.previewed", job, null, null);
    }

    void fail(MemberImport job, String because, long after) {
        job.fail(because, after, Timestamps.now(clock));
        journal.record("import.failed", job, null, null);
    }

    private static Tally tally(List<Draft> drafts, List<Line> judged) {
        var tally = Tally.NONE;
        for (var i = 0; i < judged.size(); i++) {
            tally = tally.and(judged.get(i).verdict(), drafts.get(i).unreadPhone());
        }
        return tally;
    }
}
