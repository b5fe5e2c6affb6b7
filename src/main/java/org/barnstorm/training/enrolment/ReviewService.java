package org.barnstorm.training.enrolment;

import static org.barnstorm.authority.Capability.COMPLETION_RECORD;
import static org.barnstorm.authority.Capability.MANDATE_GRANT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Members;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.training.Courses;
import org.barnstorm.training.content.ModuleKind;
import org.barnstorm.training.enrolment.EnrolmentRepository.Waiting;

/** What trainers and leads do with what learners show them. */
@ApplicationScoped
@Transactional
class ReviewService {
    private final EnrolmentRepository enrolments;
    private final Access access;
    private final EnrolmentViews views;
    private final Finishing finishing;
    private final Courses courses;
    private final Members members;
    private final Groups groups;
    private final EnrolmentJournal journal;

    ReviewService(
            EnrolmentRepository enrolments,
            Access access,
            EnrolmentViews views,
            Finishing finishing,
            Courses courses,
            Members members,
            Groups groups,
            EnrolmentJournal journal) {
        this.enrolments = enrolments;
        this.access = access;
        this.views = views;
        this.finishing = finishing;
        this.courses = courses;
        this.members = members;
        this.groups = groups;
        this.journal = journal;
    }

    /** What waits in a group and below it, longest enrolled first. */
    Slice<ReviewView> list(Caller caller, GroupPath path, Window window) {
        groups.at(path);
        caller.require(COMPLETION_RECORD, path);
        var found = enrolments.waiting(groups.branch(path), window);
        var titles = courses.titles(found.stream().map(Waiting::courseId).toList());
        var names = members.shortNames(found.stream().map(Waiting::memberId).collect(Collectors.toSet()));
        return Slice.of(
                window,
                found,
                each -> List.of(each.id().toString()),
                each -> new ReviewView(
                        each.enrolmentId(),
                        each.courseId(),
                        titles.get(each.courseId()),
                        each.memberId(),
                        names.get(each.memberId()),
                        groups.withId(each.groupId()).path(),
                        each.module(),
                        each.kind() == null ? null : ModuleKind.valueOf(each.kind()),
                        each.state() == null ? null : StepState.valueOf(each.state())));
    }

    EnrolmentView show(Caller caller, UUID id) {
        return views.of(enrolments.findById(access.seen(caller, id).id()));
    }

    EnrolmentView accept(Caller caller, UUID id, String module) {
        var locked = access.asTrainer(caller, id);
        var step = locked.enrolment().step(module);
        step.accept(caller.memberId(), finishing.now());
        journal.record("enrolment.step-accepted", locked.enrolment(), step, locked.by());
        finishing.afterStep(locked.enrolment());
        return views.of(locked.enrolment());
    }

    EnrolmentView sendBack(Caller caller, UUID id, String module, Comment comment) {
        var locked = access.asTrainer(caller, id);
        var step = locked.enrolment().step(module);
        step.sendBack(caller.memberId(), comment.comment(), finishing.now());
        locked.enrolment().goOn();
        journal.record("enrolment.step-returned", locked.enrolment(), step, locked.by());
        return views.of(locked.enrolment());
    }

    /** Who confirms hands on authority, if the course awards any. */
    EnrolmentView confirm(Caller caller, UUID id) {
        var locked = access.asTrainer(caller, id, MANDATE_GRANT);
        if (locked.enrolment().status() != Enrolment.Status.WAITING) {
            throw Refusal.conflict("not-waiting", "Nothing waits to be confirmed: not all steps are done yet.");
        }
        finishing.confirm(locked.enrolment(), locked.by());
        return views.of(locked.enrolment());
    }
}
