package org.barnstorm.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.authority.KeptOut;
import org.barnstorm.platform.GeoPoint;
import org.barnstorm.platform.Ids;
import org.barnstorm.platform.Rows;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.problem.Refusal;

/** What other features ask about people and where they belong. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Members {
    static final String MERGED =
            "This person had two accounts, which are one member now, with another id. Look for them again where you found"
                    + " them.";

    private final MemberRepository members;
    private final MembershipRepository memberships;
    private final SuspensionRepository suspensions;
    private final MergeRepository merges;
    private final Journal journal;

    Members(
            MemberRepository members,
            MembershipRepository memberships,
            SuspensionRepository suspensions,
            MergeRepository merges,
            Journal journal) {
        this.members = members;
        this.memberships = memberships;
        this.suspensions = suspensions;
        this.merges = merges;
        this.journal = journal;
    }

    /**
     * Gives a program an id to act under, as members have one. It has no account, no personal data and no membership: to
     * everything that asks for these it is somebody who has left.
     */
    public UUID admitProgram(Instant now) {
        var id = Ids.next();
        members.persist(new Member(id, now));
        journal.append(new Event("member.created", id, null, null, id, null));
        return id;
    }

    /**
     * Makes sure that somebody is and stays an active member of one of these groups until the transaction ends, and lets
     * their own acts take turns. Comes before locks on mandates, tasks and assignments (design section 4, lock order).
     *
     * @param where the group that the refusal names
     */
    public void requireActive(UUID memberId, Collection<UUID> groupIds, GroupRef where) {
        if (!memberships.lockActive(memberId, groupIds)) throw notAMember(where);
    }

    public void requireActive(UUID memberId, GroupRef group) {
        requireActive(memberId, List.of(group.id()), group);
    }

    /** The same question with an answer instead of a refusal, of one group. */
    public boolean lockActive(UUID memberId, UUID groupId) {
        return memberships.lockActive(memberId, List.of(groupId));
    }

    /** Why somebody who belongs nowhere fitting cannot; for answers about several people. */
    public static Refusal notAMember(GroupRef where) {
        return Refusal.conflict("not-a-member", "Only active members of " + where.path() + " can. Join it first.")
                .with("group", where.path().value());
    }

    /**
     * Lets the acts of several people take turns until the transaction ends, and keeps their active memberships until
     * then. Locks in the order of ids.
     *
     * @return in which groups each is active; who is nowhere, or nobody, is not in it
     */
    public Map<UUID, Set<UUID>> lockAll(Collection<UUID> memberIds) {
        memberships.lockMembers(memberIds);
        return byMember(memberships.shareActive(memberIds));
    }

    /** Lets one person's own acts take turns until the transaction ends. */
    public void lock(UUID memberId) {
        memberships.lockMember(memberId);
    }

    /** Lets the acts of several people take turns; locks in the order of ids. */
    public void lock(Collection<UUID> memberIds) {
        memberships.lockMembers(memberIds);
    }

    /** Groups in which somebody is an active member. */
    public Set<UUID> activeGroups(UUID memberId) {
        return memberships.activeGroups(memberId);
    }

    /**
     * Where somebody is suspended. Who is an active member of a group is not suspended there: only what is open to people of
     * other groups, or to those who were asked, needs this.
     */
    public KeptOut keptOut(UUID memberId) {
        return suspensions.keptOut(List.of(memberId)).getOrDefault(memberId, KeptOut.NOWHERE);
    }

    /**
     * Those of these people who are suspended at a group.
     *
     * @param line the group and those above it, nearest first
     */
    public Set<UUID> suspendedAmong(Collection<UUID> memberIds, List<UUID> line) {
        return suspensions.keptOut(memberIds).entrySet().stream()
                .filter(each -> each.getValue().isFrom(line))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /**
     * Who is an active member of these groups.
     *
     * @param most so many members of one group are enough to know
     */
    public Map<UUID, Set<UUID>> activeMembers(Collection<UUID> groupIds, int most) {
        return memberships.activeMembers(groupIds, most).stream()
                .collect(Collectors.groupingBy(
                        MembershipRepository.Belonging::groupId,
                        Collectors.mapping(MembershipRepository.Belonging::memberId, Collectors.toSet())));
    }

    /**
     * The next active members of these groups, each with those of the groups that they belong to, in the order of their
     * ids: whoever has been here longest comes first.
     *
     * @param after the last one seen; the lowest id to begin
     */
    public LinkedHashMap<UUID, Set<UUID>> next(Collection<UUID> groupIds, UUID after, int most) {
        var found = new LinkedHashMap<UUID, Set<UUID>>();
        for (var each : memberships.next(groupIds, after, most)) {
            found.computeIfAbsent(each.memberId(), id -> new HashSet<>()).add(each.groupId());
        }
        return found;
    }

    /** Where somebody belongs and lives; the home is null when they have not said. */
    public record Whereabouts(UUID memberId, Set<UUID> groups, GeoPoint home) {}

    /** Where these people are active members, and live. */
    public List<Whereabouts> whereabouts(Collection<UUID> memberIds) {
        if (memberIds.isEmpty()) return List.of();
        var homes = members.homes(memberIds);
        return activeGroups(memberIds).entrySet().stream()
                .map(each -> new Whereabouts(each.getKey(), each.getValue(), homes.get(each.getKey())))
                .toList();
    }

    /** The same of several people; who is active nowhere is not in it. */
    public Map<UUID, Set<UUID>> activeGroups(Collection<UUID> memberIds) {
        return byMember(memberships.active(memberIds));
    }

    private static Map<UUID, Set<UUID>> byMember(List<MembershipRepository.Belonging> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        MembershipRepository.Belonging::memberId,
                        Collectors.mapping(MembershipRepository.Belonging::groupId, Collectors.toSet())));
    }

    /** Where somebody lives, to two decimals; null when they have not said, and for a program. */
    public GeoPoint home(UUID memberId) {
        var person = members.person(memberId);
        return person == null ? null : person.home();
    }

    /** The same for who asks once, with or without a transaction. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public GeoPoint homeOnly(UUID memberId) {
        return members.home(memberId);
    }

    /** The same as a question, for who has another; no answer for who has not said. */
    public static Rows.Question<GeoPoint> askHome(UUID memberId) {
        return MemberRepository.askHome(memberId);
    }

    /**
     * Active members of these groups who said that they live within so many kilometres of a point, the nearest first.
     * How far each of them lives is not said.
     */
    public List<UUID> nearest(Collection<UUID> groupIds, GeoPoint point, double km, int most) {
        return members.nearest(groupIds, point, km, most);
    }

    /** How many active members each of these groups has; groups without one are not in it. */
    public Map<UUID, Long> counts(Collection<UUID> groupIds) {
        return memberships.counts(groupIds);
    }

    /** Refuses an id that is nobody's. */
    public void requireKnown(UUID memberId) {
        if (members.findByIdOptional(memberId).isEmpty()) throw Refusal.notFound("member");
    }

    /** Refuses also an id that is nobody's any more: for whoever would give them something. */
    public void requireStillThere(UUID memberId) {
        requireKnown(memberId);
        if (merges.isGone(memberId)) throw Refusal.conflict("member-merged", MERGED);
    }

    /** Refuses programs, too: they belong to no group. */
    public void requirePerson(UUID memberId) {
        requireStillThere(memberId);
        if (members.person(memberId) == null) throw Refusal.notFound("member");
    }

    /** Somebody's name as their profile has it, for where they chose to show it; null when they are nobody any more. */
    public String chosenName(UUID memberId) {
        return members.names(List.of(memberId)).stream()
                .findFirst()
                .map(MemberRepository.Named::name)
                .orElse(null);
    }

    /** First name and initial of each, for lists that leads look at. */
    public Map<UUID, String> shortNames(Collection<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        return members.names(ids).stream()
                .collect(Collectors.toMap(MemberRepository.Named::memberId, named -> Person.shortName(named.name())));
    }
}
