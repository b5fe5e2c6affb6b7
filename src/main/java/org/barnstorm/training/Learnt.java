package org.barnstorm.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.group.Groups;

/** What people have learnt and could renew, each with the end: what is asked to say what comes next for them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Learnt {
    /** So many of one person's qualifications are looked at, the newest. */
    private static final int MOST = 200;

    private final QualificationRepository qualifications;
    private final Completions completions;
    private final Groups groups;
    private final Clock clock;

    Learnt(QualificationRepository qualifications, Completions completions, Groups groups, Clock clock) {
        this.qualifications = qualifications;
        this.completions = completions;
        this.groups = groups;
        this.clock = clock;
    }

    /**
     * What somebody has of a course in a group: the one that lasts longest, over or not.
     *
     * @param expiresAt null for never
     */
    public record Lasting(Completions.Held held, Instant expiresAt) {}

    /**
     * All that somebody has.
     *
     * @param withdrawn courses of which a qualification was taken back once
     */
    public record Learning(List<Lasting> lasting, Set<UUID> withdrawn) {}

    /** That somebody earned a qualification in a group, and that it counts now. */
    public record Counting(UUID memberId, UUID courseId, UUID groupId) {}

    /** What one person has learnt. */
    public Learning of(UUID memberId) {
        var all = qualifications.newest(memberId, MOST);
        groups.withIds(all.stream().map(Qualification::groupId).collect(Collectors.toSet()));
        var kept = all.stream().filter(each -> each.withdrawnAt() == null).toList();
        var lasting = kept.stream()
                .filter(each -> kept.stream().noneMatch(other -> outlasts(other, each)))
                .map(each -> new Lasting(completions.held(each, groups.withId(each.groupId())), each.expiresAt()))
                .toList();
        var withdrawn = all.stream()
                .filter(each -> each.withdrawnAt() != null)
                .map(Qualification::courseId)
                .collect(Collectors.toSet());
        return new Learning(lasting, withdrawn);
    }

    /**
     * What counts now of what these people earned in these groups, the newest first.
     *
     * @param most so many of one person
     */
    public List<Counting> among(Collection<UUID> memberIds, Collection<UUID> groupIds, int most) {
        if (memberIds.isEmpty()) return List.of();
        return qualifications.counting(memberIds, groupIds, most, clock.instant()).stream()
                .map(each -> new Counting(each.memberId(), each.courseId(), each.groupId()))
                .toList();
    }

    private static boolean outlasts(Qualification other, Qualification each) {
        if (!other.courseId().equals(each.courseId()) || !other.groupId().equals(each.groupId())) return false;
        var end = Comparator.comparing((Qualification it) -> it.expiresAt() == null ? Instant.MAX : it.expiresAt());
        return end.thenComparing(Qualification::id).compare(other, each) > 0;
    }
}
