package org.barnstorm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.member.Contacts;
import org.barnstorm.member.Contacts.Expected;
import org.barnstorm.platform.time.Timestamps;

/** Does what a person started: the lines of a file become people whom the group expects, some at a time. */
@ApplicationScoped
class Bringing {
    private static final int BATCH = 1_000;

    private final ImportRepository imports;
    private final LineRepository lines;
    private final Contacts contacts;
    private final ImportJournal journal;
    private final ImportConfig config;
    private final Clock clock;

    Bringing(
            ImportRepository imports,
            LineRepository lines,
            Contacts contacts,
            ImportJournal journal,
            ImportConfig config,
            Clock clock) {
        this.imports = imports;
        this.lines = lines;
        this.contacts = contacts;
        this.journal = journal;
        this.config = config;
        this.clock = clock;
    }

    /** The next lines: who comes of them, and how far the work is, are one transaction. */
    void step(MemberImport job, ImportRepository.Work work, GroupRef group) {
        var due = lines.due(job.id(), work.handled(), BATCH);
        var wanted = stillWanted(group, due);
        if (!imports.isStill(job, MemberImport.Status.RUNNING)) return; // somebody cancelled it meanwhile
        bring(job, group, due, wanted);
        if (!due.isEmpty()) {
            lines.handled(job.id(), due.stream().map(Line::line).toList());
            imports.keep(
                    job.id(),
                    new ImportRepository.Work(
                            work.checked(), due.get(due.size() - 1).line()));
        }
        journal.lines("handled", due.size());
        if (due.size() == BATCH) return;
        job.finish(Timestamps.now(clock));
        journal.record("import.finished", job, null, null);
    }

    private void bring(MemberImport job, GroupRef group, List<Line> due, List<Line> wanted) {
        var gone = contacts.forget(group, optedOut(due));
        List<Expected> people = new ArrayList<>();
        var replaced = 0;
        for (var line : wanted) {
            if (line.decision() != Decision.SAME) people.add(line.who());
            else if (isReplaced(group, line)) replaced++;
            else if (line.like().contact() != null) people.add(line.who()); // whom it resembled is gone meanwhile
        }
        var brought = contacts.bring(group, people, config.contactsKept());
        job.bring(due.size(), brought.created(), brought.updated() + replaced, gone);
    }

    private static Set<String> optedOut(List<Line> due) {
        return due.stream()
                .filter(line -> line.verdict() == Verdict.OPTED_OUT)
                .map(line -> line.who().email())
                .collect(Collectors.toSet());
    }

    private boolean isReplaced(GroupRef group, Line line) {
        var contact = line.like().contact();
        return contact != null && contacts.replace(group, contact, line.who(), config.contactsKept());
    }

    /** Between the preview and now somebody may have joined, or objected. */
    private List<Line> stillWanted(GroupRef group, List<Line> due) {
        var optedOut = optedOut(due); // in a later line than the one that would bring them
        var coming = due.stream()
                .filter(line -> !optedOut.contains(line.who().email()))
                .toList();
        var known = contacts.known(
                group, coming.stream().map(line -> line.who().email()).toList(), List.of());
        return coming.stream()
                .filter(line -> !known.members().contains(line.who().email()))
                .filter(line -> !known.objected().contains(line.who().email()))
                .toList();
    }
}
