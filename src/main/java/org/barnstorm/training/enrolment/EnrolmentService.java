package org.barnstorm.training.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.barnstorm.authority.Caller;
import org.barnstorm.group.Groups;
import org.barnstorm.member.Members;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.training.Completions;
import org.barnstorm.training.Courses;
import org.barnstorm.training.content.News;
import org.barnstorm.training.content.Versions;
import org.barnstorm.training.content.Versions.Known;
import org.barnstorm.training.enrolment.EnrolmentJournal.By;

/** What learners do: enrol, see where they are, take steps, leave. It is their own: no capability is asked for. */
@ApplicationScoped
@Transactional
class EnrolmentService {
    private final EnrolmentRepository enrolments;
    private final Access access;
    private final EnrolmentViews views;
    private final Courses courses;
    private final Versions versions;
    private final Completions completions;
    private final Finishing finishing;
    private final Members members;
    private final Groups groups;
    private final EnrolmentJournal journal;

    EnrolmentService(
            EnrolmentRepository enrolments,
            Access access,
            EnrolmentViews views,
            Courses courses,
            Versions versions,
            Completions completions,
            Finishing finishing,
            Members members,
            Groups groups,
            EnrolmentJournal journal) {
        this.enrolments = enrolments;
        this.access = access;
        this.views = views;
        this.courses = courses;
        this.versions = versions;
        this.completions = completions;
        this.finishing = finishing;
        this.members = members;
        this.groups = groups;
        this.journal = journal;
    }

    EnrolmentView enrol(Caller caller, UUID courseId, NewEnrolment wanted) {
        var course = courses.withId(courseId);
        var group = groups.at(wanted.group());
        if (!course.group().path().covers(group.path())) {
            throw Refusal.invalid("outside-course", "This course cannot be taken in " + group.path() + ".");
        }
        members.requireActive(caller.memberId(), group);
        enrolments.goingOn(caller.memberId(), courseId).ifPresent(other -> {
            throw Refusal.conflict("already-enrolled", "You take this course already; go on with that enrolment.")
                    .with("enrolment", other.id().toString());
        });
        var latest = completions.latest(caller.memberId(), courseId, group);
        var news = latest.map(held -> versions.since(known(held)))
                .orElseGet(() -> versions.latest(courseId).map(News::none));
        var plan = Plan.of(news, latest, group.path());
        if (plan.purpose() != Enrolment.Purpose.CATCH_UP) {
            completions.requirePrerequisites(caller.memberId(), course.requires());
        }
        var enrolment = new Enrolment(courseId, caller.memberId(), group.id(), plan, finishing.now());
        enrolments.persist(enrolment);
        journal.record("enrolment.begun", enrolment, new By(caller.memberId(), null));
        return views.of(enrolment);
    }

    private static Known known(Completions.Held held) {
        return new Known(held.id(), held.courseId(), held.versionId(), held.completedAt());
    }

    Slice<EnrolmentView> mine(Caller caller, Window window) {
        var page = Slice.of(
                window,
                enrolments.of(caller.memberId(), window),
                each -> List.of(each.id().toString()),
                each -> each);
        return new Slice<>(views.of(page.items()), page.key());
    }

    EnrolmentView show(Caller caller, UUID id) {
        return views.of(enrolments.findById(access.seen(caller, id).id()));
    }

    /** The content of a step, for whoever takes it; the same on every device. */
    LessonView lesson(Caller caller, UUID id, String module) {
        var enrolment = enrolments.findById(access.seen(caller, id).id());
        var step = enrolment.step(module);
        var modules = versions.withId(enrolment.versionId()).modules();
        return LessonView.of(step, modules.find(module).orElseThrow());
    }

    /** Said again, it stays done. */
    EnrolmentView done(Caller caller, UUID id, String module) {
        var locked = access.asOwner(caller, id);
        var enrolment = locked.enrolment();
        var step = enrolment.step(module);
        if (step.kind().isDoneByWord() && step.isDone()) return views.of(enrolment);
        enrolment.requireGoingOn();
        step.done(finishing.now());
        journal.record("enrolment.step-done", enrolment, step, locked.by());
        finishing.afterStep(enrolment);
        return views.of(enrolment);
    }

    EnrolmentView submit(Caller caller, UUID id, String module, Submission submission) {
        return act(caller, id, locked -> {
            var step = locked.enrolment().step(module);
            step.submit(submission, finishing.now());
            journal.record("enrolment.submitted", locked.enrolment(), step, locked.by());
        });
    }

    /** Asks for the qualification, after all is done and what was missing before has come. */
    EnrolmentView complete(Caller caller, UUID id) {
        var locked = access.asOwner(caller, id);
        var enrolment = locked.enrolment();
        if (enrolment.status() == Enrolment.Status.COMPLETED) return views.of(enrolment);
        enrolment.requireGoingOn();
        if (enrolment.status() == Enrolment.Status.ACTIVE) {
            enrolment.requireAllDone();
            finishing.finish(enrolment);
        }
        return views.of(enrolment);
    }

    EnrolmentView leave(Caller caller, UUID id) {
        var locked = access.asLeaver(caller, id);
        locked.enrolment().leave(finishing.now());
        journal.record("enrolment.left", locked.enrolment(), locked.by());
        return views.of(locked.enrolment());
    }

    private EnrolmentView act(Caller caller, UUID id, Consumer<Access.Locked> verb) {
        var locked = access.asLearner(caller, id);
        verb.accept(locked);
        return views.of(locked.enrolment());
    }
}
