package org.barnstorm.task.template;

import static org.barnstorm.authority.Capability.TASK_CREATE;
import static org.barnstorm.authority.Capability.TASK_EDIT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.http.IfMatch;
import org.barnstorm.platform.http.MergePatch;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.time.Timestamps;
import org.barnstorm.task.TaskView;
import org.barnstorm.task.Tasks;
import org.barnstorm.task.kind.Kinds;
import org.barnstorm.training.Qualifications;

/** Making, finding, editing, retiring and using templates. */
@ApplicationScoped
@Transactional
class TemplateService {
    private final TemplateRepository templates;
    private final Templates found;
    private final Tasks tasks;
    private final Groups groups;
    private final Authority authority;
    private final Qualifications qualifications;
    private final Kinds kinds;
    private final Journal journal;
    private final MergePatch.Patcher patcher;
    private final Clock clock;

    TemplateService(
            TemplateRepository templates,
            Templates found,
            Tasks tasks,
            Groups groups,
            Authority authority,
            Qualifications qualifications,
            Kinds kinds,
            Journal journal,
            MergePatch.Patcher patcher,
            Clock clock) {
        this.templates = templates;
        this.found = found;
        this.tasks = tasks;
        this.groups = groups;
        this.authority = authority;
        this.qualifications = qualifications;
        this.kinds = kinds;
        this.journal = journal;
        this.patcher = patcher;
        this.clock = clock;
    }

    TemplateView create(Caller caller, NewTemplate wanted) {
        var group = groups.at(wanted.group());
        var mandate = authority.holds(caller, TASK_EDIT, group);
        var content = wanted.editable();
        check(content, group);
        var now = Timestamps.now(clock);
        var template = new Template(group.id(), content, caller.memberId(), now);
        templates.persist(template);
        record("template.created", template, group, caller, mandate);
        return TemplateView.of(template, group.path());
    }

    /** Those in use of a group and of the groups above it: what can be made there. */
    Slice<TemplateView> list(Caller caller, GroupPath where, Window window) {
        var group = groups.at(where);
        if (Collections.disjoint(caller.capabilitiesAt(where), Templates.USERS))
            throw Caller.noMandate(TASK_CREATE, where);
        return Slice.of(
                window,
                templates.ofGroups(groups.withAncestors(Set.of(group.id())), window),
                template -> List.of(template.id().toString()),
                template -> TemplateView.of(
                        template, groups.withId(template.groupId()).path()));
    }

    TemplateView show(Caller caller, UUID id) {
        var template = seen(caller, id);
        return TemplateView.of(template, groups.withId(template.groupId()).path());
    }

    TemplateView edit(Caller caller, UUID id, IfMatch expected, MergePatch patch) {
        return change(caller, id, "template.edited", template -> {
            expected.require(template.version());
            var content = patcher.apply(patch, template.content());
            check(content, groups.withId(template.groupId()));
            template.edit(content);
        });
    }

    TemplateView retire(Caller caller, UUID id) {
        return change(caller, id, "template.retired", template -> template.retire(Timestamps.now(clock)));
    }

    /** A task as the template says, but for what is wanted otherwise. */
    TaskView use(Caller caller, UUID id, TaskFromTemplate wanted) {
        var template = seen(caller, id);
        var group = wanted.group() == null
                ? groups.withId(template.groupId()).path()
                : groups.at(wanted.group()).path();
        var plan = found.plan(template, group);
        var outline = plan.outline().with(wanted.content());
        var startsAt = wanted.startsAt();
        var endsAt = startsAt == null ? null : startsAt.plus(length(wanted, plan, outline));
        var task = outline.task(group, null, startsAt, endsAt);
        return tasks.create(caller, task, Boolean.TRUE.equals(wanted.publish()));
    }

    /** As long as its effort, if nobody says otherwise; but much effort need not be spent at one go. */
    private static Duration length(TaskFromTemplate wanted, Templates.Plan plan, Outline outline) {
        var said = wanted.durationMinutes() == null ? plan.durationMinutes() : wanted.durationMinutes();
        var minutes = said == null ? outline.effortMinutes() : said;
        if (minutes > TaskFromTemplate.LONGEST_MINUTES) {
            throw Refusal.invalid(List.of(
                    new Refusal.Violation("/durationMinutes", "Say for how many minutes it goes on, a week at most.")));
        }
        return Duration.ofMinutes(minutes);
    }

    private TemplateView change(Caller caller, UUID id, String type, Consumer<Template> verb) {
        var template = seen(caller, id);
        var group = groups.withId(template.groupId());
        var mandate = authority.holds(caller, TASK_EDIT, group);
        templates.lock(template);
        verb.accept(template);
        record(type, template, group, caller, mandate);
        return TemplateView.of(template, group.path());
    }

    private Template seen(Caller caller, UUID id) {
        return found.find(caller, id).orElseThrow(() -> Refusal.notFound("template"));
    }

    private void check(TemplateContent content, GroupRef group) {
        var outline = content.content();
        outline.requireSensible();
        qualifications.requireCourse(outline.requiredCourseId());
        kinds.require(group.id(), outline.kind());
    }

    private void record(String type, Template template, GroupRef group, Caller caller, UUID mandate) {
        journal.append(new Event(type, template.id(), group.id(), group.path().value(), caller.memberId(), mandate));
    }
}
