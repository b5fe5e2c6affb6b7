package org.barnstorm.ladder;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.group.Groups;
import org.barnstorm.mandate.Standings;
import org.barnstorm.member.Suspensions;
import org.barnstorm.task.Engagement;
import org.barnstorm.training.CourseRef;
import org.barnstorm.training.Courses;
import org.barnstorm.training.Learnt;
import org.barnstorm.training.Qualifications;
import org.barnstorm.training.content.Versions;
import org.barnstorm.training.enrolment.Enrolments;

/** Asks every feature once what it knows about somebody: as many statements for a long path as for a short one. */
@ApplicationScoped
class FactFinder {
    /** So many courses of one's groups are looked at, the newest. */
    private static final int MOST_COURSES = 100;

    private final Standings standings;
    private final Enrolments enrolments;
    private final Courses courses;
    private final Versions versions;
    private final Learnt learnt;
    private final Qualifications qualifications;
    private final Engagement engagement;
    private final Suspensions suspensions;
    private final Groups groups;
    private final LadderConfig config;
    private final Clock clock;

    FactFinder(
            Standings standings,
            Enrolments enrolments,
            Courses courses,
            Versions versions,
            Learnt learnt,
            Qualifications qualifications,
            Engagement engagement,
            Suspensions suspensions,
            Groups groups,
            LadderConfig config,
            Clock clock) {
        this.standings = standings;
        this.enrolments = enrolments;
        this.courses = courses;
        this.versions = versions;
        this.learnt = learnt;
        this.qualifications = qualifications;
        this.engagement = engagement;
        this.suspensions = suspensions;
        this.groups = groups;
        this.config = config;
        this.clock = clock;
    }

    Facts of(Caller caller) {
        var own = groups.withIds(caller.groupIds()).values();
        var person = standings.of(caller.memberId(), own);
        var ways = enrolments.onTheWay(caller.memberId());
        var learning = learnt.of(caller.memberId());
        var known = courses(caller, ways, learning);
        var opportunity = opportunity(caller, person);
        var suspended =
                caller.keptOut().branches().isEmpty() ? List.<Suspensions.Kept>of() : suspensions.of(caller.memberId());
        return new Facts(
                caller.memberId(),
                clock.instant(),
                config.endsSoon(),
                own,
                suspended,
                names(Stream.of(
                        own.stream(),
                        suspended.stream().map(Suspensions.Kept::group),
                        person.live().stream().map(Standings.Held::group),
                        person.pending().stream().map(Standings.Held::group),
                        ways.stream().map(Enrolments.Way::group),
                        opportunity.stream().map(Engagement.Opportunity::group))),
                person,
                ways,
                known,
                versions.publishers(known.keySet()),
                learning,
                qualifications.coursesOf(caller.memberId()),
                engagement.openedBy(caller, known.keySet()),
                opportunity);
    }

    private Map<UUID, CourseRef> courses(Caller caller, List<Enrolments.Way> ways, Learnt.Learning learning) {
        var besides = new HashSet<UUID>();
        ways.forEach(way -> besides.add(way.courseId()));
        learning.lasting().forEach(each -> besides.add(each.held().courseId()));
        return courses.ofGroups(groups.withAncestors(caller.groupIds()), MOST_COURSES, besides);
    }

    /** Asked only while work that others confirm takes somebody further. */
    private Optional<Engagement.Opportunity> opportunity(Caller caller, Standings.Person person) {
        var counts = person.standings().stream().anyMatch(standing -> standing.further() != null);
        return counts ? engagement.confirmable(caller) : Optional.empty();
    }

    /** Of all groups that are spoken of. */
    private Map<UUID, String> names(Stream<Stream<GroupRef>> places) {
        return groups.names(places.flatMap(each -> each).map(GroupRef::id).collect(Collectors.toSet()));
    }
}
