package org.barnstorm.training.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.barnstorm.group.Groups;
import org.barnstorm.training.Courses;
import org.barnstorm.training.content.Versions;

/** Makes views of enrolments, of many with as few statements as of one. */
@ApplicationScoped
class EnrolmentViews {
    private final Courses courses;
    private final Versions versions;
    private final Groups groups;

    EnrolmentViews(Courses courses, Versions versions, Groups groups) {
        this.courses = courses;
        this.versions = versions;
        this.groups = groups;
    }

    EnrolmentView of(Enrolment enrolment) {
        return of(List.of(enrolment)).get(0);
    }

    List<EnrolmentView> of(List<Enrolment> enrolments) {
        var titles = courses.titles(
                enrolments.stream().map(Enrolment::courseId).distinct().toList());
        var taken =
                versions.outlines(enrolments.stream().map(Enrolment::versionId).collect(Collectors.toSet()));
        groups.withIds(enrolments.stream().map(Enrolment::groupId).collect(Collectors.toSet()));
        return enrolments.stream()
                .map(each -> EnrolmentView.of(
                        each,
                        taken.get(each.versionId()),
                        titles.get(each.courseId()),
                        groups.withId(each.groupId()).path()))
                .toList();
    }
}
