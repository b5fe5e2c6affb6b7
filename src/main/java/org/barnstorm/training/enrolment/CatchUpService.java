package org.barnstorm.training.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.barnstorm.authority.Caller;
import org.barnstorm.group.Groups;
import org.barnstorm.training.Courses;
import org.barnstorm.training.Qualifications;
import org.barnstorm.training.content.ModuleOutline;
import org.barnstorm.training.content.Versions;
import org.barnstorm.training.content.Versions.Known;

/** Which modules are new in the courses that somebody is qualified in. */
@ApplicationScoped
@Transactional
class CatchUpService {
    private final Qualifications qualifications;
    private final Courses courses;
    private final Versions versions;
    private final Groups groups;

    CatchUpService(Qualifications qualifications, Courses courses, Versions versions, Groups groups) {
        this.qualifications = qualifications;
        this.courses = courses;
        this.versions = versions;
        this.groups = groups;
    }

    List<CatchUpView> mine(Caller caller) {
        var held = qualifications.current(caller.memberId());
        var titles = courses.titles(
                held.stream().map(Qualifications.Proof::courseId).distinct().toList());
        var news = versions.toCatchUp(held.stream()
                .map(each -> new Known(each.id(), each.courseId(), each.versionId(), each.completedAt()))
                .toList());
        var found = new ArrayList<CatchUpView>();
        for (var each : held) {
            if (!news.containsKey(each.id())) continue;
            var fresh = news.get(each.id()).toCatchUp();
            if (fresh.isEmpty()) continue;
            found.add(new CatchUpView(
                    each.id(),
                    each.courseId(),
                    titles.get(each.courseId()),
                    groups.withId(each.groupId()).path(),
                    fresh.stream().map(ModuleOutline::of).toList()));
        }
        return found;
    }
}
