package org.barnstorm.importing;

import static org.barnstorm.authority.Capability.MEMBER_IMPORT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.time.Timestamps;

/** Uploading files with people, looking at what they would do, starting and stopping that. */
@ApplicationScoped
@Transactional
class ImportService {
    private static final int EXAMPLES = 5;

    private final ImportRepository imports;
    private final LineRepository lines;
    private final Files files;
    private final Groups groups;
    private final Authority authority;
    private final ImportJournal journal;
    private final ImportConfig config;
    private final Clock clock;

    ImportService(
            ImportRepository imports,
            LineRepository lines,
            Files files,
            Groups groups,
            Authority authority,
            ImportJournal journal,
            ImportConfig config,
            Clock clock) {
        this.imports = imports;
        this.lines = lines;
        this.files = files;
        this.groups = groups;
        this.authority = authority;
        this.journal = journal;
        this.config = config;
        this.clock = clock;
    }

    /** Whether a file is taken at all, asked before it is. */
    void requireMay(Caller caller, GroupPath path) {
        var group = groups.at(path);
        caller.require(MEMBER_IMPORT, path);
        groups.requireOpen(group);
    }

    ImportView create(Caller caller, GroupPath path, Wanted wanted, Upload.Received file) {
        requireMay(caller, path);
        var group = groups.at(path);
        imports.openIn(group.id()).ifPresent(ImportService::refuseSecond);
        var layout = wanted.layout(files.separator(file.id()), config.region());
        files.open(file.id(), layout).close(); // its first line says whether it can be read
        var mandate = authority.holds(caller, MEMBER_IMPORT, group);
        var job = new MemberImport(file, group.id(), caller.memberId(), wanted.preset(), layout, Timestamps.now(clock));
        imports.persist(job);
        imports.flush();
        imports.begin(job.id());
        journal.record("import.uploaded", job, caller.memberId(), mandate);
        return view(job);
    }

    private static void refuseSecond(MemberImport first) {
        throw Refusal.conflict(
                        "import-open",
                        "Another import of this group is not over. Start it and let it end, or cancel it.")
                .with("import", first.id());
    }

    Slice<ImportView> list(Caller caller, GroupPath path, Window window) {
        var group = groups.at(path);
        caller.require(MEMBER_IMPORT, path);
        return Slice.of(
                window,
                imports.inGroup(group.id(), window),
                job -> List.of(job.id().toString()),
                job -> ImportView.of(job, path, Map.of()));
    }

    ImportView show(Caller caller, UUID id) {
        return view(visible(caller, imports.findById(id)));
    }

    /** Started again, it stays as it is. */
    ImportView start(Caller caller, UUID id) {
        var job = locked(caller, id);
        if (job.status() == MemberImport.Status.RUNNING) return view(job);
        var group = groups.withId(job.groupId());
        groups.requireOpen(group);
        var mandate = authority.holds(caller, MEMBER_IMPORT, group);
        job.start(caller.memberId(), Timestamps.now(clock));
        journal.record("import.started", job, caller.memberId(), mandate);
        return view(job);
    }

    /** Cancelled again, it stays as it is. */
    ImportView cancel(Caller caller, UUID id) {
        var job = locked(caller, id);
        if (job.status() == MemberImport.Status.CANCELLED) return view(job);
        var mandate = authority.holds(caller, MEMBER_IMPORT, groups.withId(job.groupId()));
        job.cancel(Timestamps.now(clock));
        journal.record("import.cancelled", job, caller.memberId(), mandate);
        return view(job);
    }

    /** Some lines that bring nobody, after this one. */
    List<Line> faults(Caller caller, UUID id, long after, int most) {
        var job = visible(caller, imports.findById(id));
        if (job.isPurged()) throw Refusal.notFound("error file");
        return lines.faults(id, after, job.isOver(), most);
    }

    private MemberImport locked(Caller caller, UUID id) {
        return visible(caller, imports.lock(id).orElse(null));
    }

    private MemberImport visible(Caller caller, MemberImport job) {
        if (job == null
                || !caller.may(MEMBER_IMPORT, groups.withId(job.groupId()).path())) {
            throw Refusal.notFound("import");
        }
        return job;
    }

    private ImportView view(MemberImport job) {
        var examples = job.status() == MemberImport.Status.PREVIEW
                ? lines.examples(job.id(), EXAMPLES)
                : Map.<Verdict, List<Long>>of();
        return ImportView.of(job, groups.withId(job.groupId()).path(), examples);
    }
}
