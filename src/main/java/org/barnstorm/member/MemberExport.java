package org.barnstorm.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.barnstorm.group.Groups;

/** What exports ask about people: who is an active member of some groups, page by page. Who may ask is the export's to say. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class MemberExport {
    private final MemberExportRepository rows;
    private final Members members;
    private final Groups groups;

    MemberExport(MemberExportRepository rows, Members members, Groups groups) {
        this.rows = rows;
        this.members = members;
        this.groups = groups;
    }

    public long count(Set<UUID> groupIds) {
        return rows.count(groupIds);
    }

    /** The next of the people, each once, in the order of their ids. */
    public List<UUID> people(Set<UUID> groupIds, UUID after, int most) {
        return rows.people(groupIds, after, most);
    }

    /** The next memberships, in the order of their ids. */
    public List<ExportedMember> page(Set<UUID> groupIds, UUID after, int most) {
        var found = rows.page(groupIds, after, most);
        var names = members.shortNames(
                found.stream().map(Membership::memberId).distinct().toList());
        return found.stream()
                .map(membership -> ExportedMember.of(
                        membership, groups.withId(membership.groupId()).path(), names.get(membership.memberId())))
                .toList();
    }
}
