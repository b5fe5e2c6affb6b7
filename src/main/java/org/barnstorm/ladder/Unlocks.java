package org.barnstorm.ladder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.barnstorm.authority.Capability;
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
        given(course, group).ifPresent(found::add);
        if (!facts.counting().contains(course.id())) {
            var opened = facts.opened().get(course.id());
            if (opened != null) found.add(Unlock.tasks(opened, false));
            found.addAll(after(course));
        }
        return List.copyOf(found);
    }

    /** What stays for who renews it, and what comes back: an award can end before, by its term or by somebody. */
    List<Unlock> keptBy(CourseRef course, GroupRef group) {
        var found = new ArrayList<Unlock>();
        var kept = award(course);
        kept.retainAll(facts.person().capabilitiesAt(group));
        if (!kept.isEmpty()) {
            found.add(Unlock.capabilities(facts.named(group), kept, true, needsConfirmation(course, group)));
        }
        given(course, group).ifPresent(found::add);
        var opened = facts.opened().get(course.id());
        if (opened != null) found.add(Unlock.tasks(opened, true));
        return List.copyOf(found);
    }

    /** What one may not do there yet. */
    private Optional<Unlock> given(CourseRef course, GroupRef group) {
        var fresh = award(course);
        fresh.removeAll(facts.person().capabilitiesAt(group));
        if (fresh.isEmpty()) return Optional.empty();
        return Optional.of(Unlock.capabilities(facts.named(group), fresh, false, needsConfirmation(course, group)));
    }

    private static List<Capability> award(CourseRef course) {
        return course.awards() == null
                ? new ArrayList<>()
                : new ArrayList<>(course.awards().capabilities());
    }

    private List<Unlock> after(CourseRef course) {
        return facts.courses().values().stream()
                .filter(other -> other.requires().contains(course.id()))
                .filter(other -> !facts.counting().contains(other.id()))
                .sorted(Comparator.comparing(CourseRef::title).thenComparing(CourseRef::id))
                .map(Unlock::course)
                .toList();
    }

    /** As {@code Completions.needsSecondPerson} will see it. */
    private boolean needsConfirmation(CourseRef course, GroupRef group) {
        return course.asksConfirmation()
                || facts.memberId().equals(course.answersFor())
                || facts.memberId().equals(facts.published().get(course.id()))
                || facts.learnt().takenBack().contains(course.id())
                || facts.person().takesTwo(group, course.awards().capabilities());
    }
}
