package org.barnstorm.importing;

import static org.barnstorm.authority.Capability.MEMBER_IMPORT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Budgets;
import org.barnstorm.authority.Caller;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Members;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;

/** Possible duplicates, which a person decides: no rule can know whether two who share a telephone are one. */
@ApplicationScoped
@Transactional
class DuplicateService {
    private final ImportRepository imports;
    private final LineRepository lines;
    private final Groups groups;
    private final Members members;
    private final Budgets budgets;
    private final Authority authority;
    private final ImportJournal journal;

    DuplicateService(
            ImportRepository imports,
            LineRepository lines,
            Groups groups,
            Members members,
            Budgets budgets,
            Authority authority,
            ImportJournal journal) {
        this.imports = imports;
        this.lines = lines;
        this.groups = groups;
        this.members = members;
        this.budgets = budgets;
        this.authority = authority;
        this.journal = journal;
    }

    Slice<DuplicateView> list(Caller caller, UUID id, Window window) {
        var job = visible(caller, imports.findById(id));
        var after = window.isFirst() ? 0 : Long.parseLong(window.after().get(0));
        var found = lines.duplicates(id, after, window.fetch());
        var shown = budgets.look(caller, groups.withId(job.groupId()), window, found, line -> line.like()
                .member());
        var names = members.shortNames(found.stream()
                .map(line -> line.like().member())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return Slice.of(
                shown,
                found,
                line -> List.of(Long.toString(line.line())),
                line -> DuplicateView.of(line, name(names, line)));
    }

    DuplicateView show(Caller caller, UUID id, long number) {
        visible(caller, imports.findById(id));
        return view(line(id, number));
    }

    /** Decided again, the last word counts. */
    DuplicateView decide(Caller caller, UUID id, long number, Decision decision) {
        var job = visible(caller, imports.lock(id).orElse(null));
        var line = line(id, number);
        job.requirePreview("decided about");
        var mandate = authority.holds(caller, MEMBER_IMPORT, groups.withId(job.groupId()));
        if (line.decision() != decision) {
            lines.decide(id, number, decision);
            journal.decided(job, decision, caller.memberId(), mandate);
        }
        return view(line(id, number));
    }

    private Line line(UUID id, long number) {
        return lines.duplicate(id, number).orElseThrow(() -> Refusal.notFound("possible duplicate"));
    }

    private DuplicateView view(Line line) {
        var member = line.like().member();
        var names = member == null ? Map.<UUID, String>of() : members.shortNames(List.of(member));
        return DuplicateView.of(line, name(names, line));
    }

    private static String name(Map<UUID, String> names, Line line) {
        return line.like().member() == null ? null : names.get(line.like().member());
    }

    private MemberImport visible(Caller caller, MemberImport job) {
        if (job == null
                || !caller.may(MEMBER_IMPORT, groups.withId(job.groupId()).path())) {
            throw Refusal.notFound("import");
        }
        return job;
    }
}
