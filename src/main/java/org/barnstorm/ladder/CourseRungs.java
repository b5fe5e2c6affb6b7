package org.barnstorm.ladder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.training.CourseRef;
import org.barnstorm.training.Learnt;
import org.barnstorm.training.enrolment.Enrolments;

/** Steps that lead through courses: what is begun, what runs out, what could be taken. */
final class CourseRungs {
    private final Facts facts;
    private final Unlocks unlocks;

    CourseRungs(Facts facts) {
        this.facts = facts;
        this.unlocks = new Unlocks(facts);
    }

    List<Rung> all() {
        var found = new ArrayList<Rung>();
        facts.ways().forEach(way -> onTheWay(way).ifPresent(found::add));
        facts.learnt().lasting().forEach(lasting -> renewal(lasting).ifPresent(found::add));
        facts.courses().values().forEach(course -> taking(course).ifPresent(found::add));
        return List.copyOf(found);
    }

    /**
     * Nothing for who has left the group: they can only leave the course. Nothing for who did all of it but lacks what
     * comes first: that is a step of its own.
     */
    private Optional<Rung> onTheWay(Enrolments.Way way) {
        if (!facts.belongsTo(way.group())) return Optional.empty();
        var course = facts.courses().get(way.courseId());
        var about = About.course(facts.named(way.group()), course.title());
        var path = "/enrolments/" + way.id();
        if (way.waits()) return step(Rung.Code.WAIT_FOR_CONFIRMATION, way, about, Action.get(path));
        var next = way.next();
        if (next == null) {
            if (!way.catchesUp() && !facts.mayBegin(course)) return Optional.empty();
            return step(Rung.Code.FINISH_COURSE, way, about, Action.post(path + "/complete"));
        }
        if (next.waitsForTrainer()) {
            return step(Rung.Code.WAIT_FOR_TRAINER, way, about.module(next), Action.get(path));
        }
        var lesson = Action.get(path + "/steps/" + next.key());
        return step(Rung.Code.CONTINUE_COURSE, way, about.module(next), lesson);
    }

    private Optional<Rung> step(Rung.Code code, Enrolments.Way way, About about, Action action) {
        var course = facts.courses().get(way.courseId());
        List<Unlock> leadsTo = List.of(); // what one catches up with, one holds anyway
        if (way.renews()) leadsTo = unlocks.keptBy(course, way.group());
        else if (!way.catchesUp()) leadsTo = unlocks.of(course, way.group());
        return Optional.of(new Rung(code, way.progressPercent(), about, leadsTo, action));
    }

    private Optional<Rung> renewal(Learnt.Lasting lasting) {
        var held = lasting.held();
        var course = facts.courses().get(held.courseId());
        if (!held.renewable() || facts.isOnTheWay(course.id())) return Optional.empty();
        if (!facts.belongsTo(held.group()) || !facts.mayBegin(course)) return Optional.empty();
        var about = About.course(facts.named(held.group()), course.title()).until(lasting.expiresAt());
        var left = Duration.between(facts.now(), lasting.expiresAt()).toSeconds();
        var leadsTo = unlocks.keptBy(course, held.group());
        return Optional.of(new Rung(Rung.Code.RENEW_QUALIFICATION, -left, about, leadsTo, enrol(course, held.group())));
    }

    private Optional<Rung> taking(CourseRef course) {
        var knows = facts.counting().contains(course.id()) && course.awards() == null; // by another course or elsewhere
        if (knows || facts.isOnTheWay(course.id()) || facts.hasOwn(course.id())) return Optional.empty();
        if (!facts.mayBegin(course)) return Optional.empty();
        return furthestUp(course).map(group -> {
            var code = facts.published().contains(course.id()) ? Rung.Code.TAKE_COURSE : Rung.Code.ASK_TRAINER;
            var about = About.course(facts.named(group), course.title());
            return new Rung(code, 0, about, unlocks.of(course, group), enrol(course, group));
        });
    }

    /** Of one's own groups in which the course can be taken: an award reaches everything below. */
    private Optional<GroupRef> furthestUp(CourseRef course) {
        return facts.groups().stream()
                .filter(group -> course.group().path().covers(group.path()))
                .min(Comparator.comparing(
                                (GroupRef group) -> group.path().value().split("\\.").length)
                        .thenComparing(GroupRef::path));
    }

    /** A course without modules can only be read about. */
    private Action enrol(CourseRef course, GroupRef group) {
        var path = "/courses/" + course.id();
        return facts.published().contains(course.id())
                ? Action.post(path + "/enrolments", group.path())
                : Action.get(path);
    }
}
