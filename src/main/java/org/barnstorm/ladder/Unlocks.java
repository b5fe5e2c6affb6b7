package org.barnstorm.ladder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.training.CourseRef;

/** What completing a course leads to: authority in the learner's group, tasks that need it, courses that come after it. */
final class Unlocks {
    private final Facts facts;

    Unlocks(Facts facts) {
        this.facts = facts;
    }

    /** What is new for who completes it in this group. */
    List<Unlock> of(CourseRef course, GroupRef group) {
        var found = new ArrayList<Unlock>();
        if (course.awards() != null) {
            var fresh = new ArrayList<>(course.awards().capabilities());
            fresh.removeAll(facts.person().capabilitiesAt(group));
            if (!fresh.isEmpty()) {
                found.add(Unlock.capabilities(facts.named(group), fresh, false, needsConfirmation(course, group)));
            }
        }
        if (!facts.counting().contains(course.id())) {
            var opened = facts.opened().get(course.id());
            if (opened != null) found.add(Unlock.tasks(opened, false));
            found.addAll(after(course));
        }
        return List.copyOf(found);
    }

    /** What stays for who renews it. */
    List<Unlock> keptBy(CourseRef course, GroupRef group) {
        var found = new ArrayList<Unlock>();
        if (course.awards() != null) {
            var award = course.awards().capabilities();
            found.add(Unlock.capabilities(facts.named(group), award, true, needsConfirmation(course, group)));
        }
        var opened = facts.opened().get(course.id());
        if (opened != null) found.add(Unlock.tasks(opened, true));
        return List.copyOf(found);
    }

    private List<Unlock> after(CourseRef course) {
        return facts.courses().values().stream()
                .filter(other -> other.requires().contains(course.id()))
                .filter(other -> !facts.counting().contains(other.id()))
                .sorted(Comparator.comparing(CourseRef::title).thenComparing(CourseRef::id))
                .map(Unlock::course)
                .toList();
    }

    private boolean needsConfirmation(CourseRef course, GroupRef group) {
        return course.asksConfirmation()
                || facts.learnt().withdrawn().contains(course.id())
                || facts.person().takesTwo(group, course.awards().capabilities());
    }
}
