package org.barnstorm.task.kind;

import static org.barnstorm.authority.Capability.KIND_MANAGE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.http.PutCondition;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;

/** Reading and writing kinds of work. Every member may see them: whoever does the work says how it turned out. */
@ApplicationScoped
@Transactional
class KindService {
    private final KindRepository kinds;
    private final Groups groups;
    private final Authority authority;
    private final Journal journal;

    KindService(KindRepository kinds, Groups groups, Authority authority, Journal journal) {
        this.kinds = kinds;
        this.groups = groups;
        this.authority = authority;
        this.journal = journal;
    }

    /** The kinds that count in a group: its own and those of the groups above it; of two with one code the nearer. */
    Slice<TaskKindView> list(Caller caller, GroupPath path, Window window) {
        var found = kinds.nearest(groups.line(groups.at(path)), window);
        return Slice.of(window, found, kind -> List.of(kind.code()), this::view);
    }

    TaskKindView show(Caller caller, GroupPath path, String code) {
        return kinds.nearest(groups.line(groups.at(path)), code)
                .map(this::view)
                .orElseThrow(() -> Refusal.notFound("kind of work"));
    }

    /** What was put, and whether it is new. */
    record Put(TaskKindView kind, boolean isNew) {}

    /** Writes the group's own kind with this code, whole; one of a group above with the same code stays as it is. */
    Put put(Caller caller, GroupPath path, String code, PutCondition condition, KindContent content) {
        var group = groups.at(path);
        var mandate = authority.holds(caller, KIND_MANAGE, group);
        content.requireSensible();
        var own = kinds.lockOwn(group.id(), code);
        condition.require(own.map(TaskKind::version));
        var kind = own.orElseGet(() -> new TaskKind(group.id(), code, content));
        if (own.isPresent()) kind.edit(content);
        else kinds.persist(kind);
        record(own.isPresent() ? "kind.edited" : "kind.created", kind, group, caller, mandate);
        return new Put(TaskKindView.of(kind, path), own.isEmpty());
    }

    private TaskKindView view(TaskKind kind) {
        return TaskKindView.of(kind, groups.withId(kind.groupId()).path());
    }

    private void record(String type, TaskKind kind, GroupRef group, Caller caller, UUID mandate) {
        journal.append(new Event(type, kind.id(), group.id(), group.path().value(), caller.memberId(), mandate)
                .with("code", kind.code())
                .with("outcomes", kind.outcomes().size()));
    }
}
