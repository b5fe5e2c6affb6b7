package org.barnstorm.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.barnstorm.authority.Caller;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.http.MergePatch;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.problem.Busy;

/** What people do with their own record. */
@ApplicationScoped
@Transactional
class MemberService {
    private final MemberRepository members;
    private final MembershipRepository memberships;
    private final ContactRepository contacts;
    private final Groups groups;
    private final Journal journal;
    private final MergePatch.Patcher patcher;

    MemberService(
            MemberRepository members,
            MembershipRepository memberships,
            ContactRepository contacts,
            Groups groups,
            Journal journal,
            MergePatch.Patcher patcher) {
        this.members = members;
        this.memberships = memberships;
        this.contacts = contacts;
        this.groups = groups;
        this.journal = journal;
        this.patcher = patcher;
    }

    MeView me(Caller caller) {
        return view(caller, person(caller));
    }

    MeView edit(Caller caller, MergePatch patch) {
        members.getEntityManager()
                .find(Member.class, caller.memberId(), jakarta.persistence.LockModeType.PESSIMISTIC_WRITE);
        var person = person(caller);
        person.edit(patcher.apply(patch, person.profile()));
        journal.append(new Event("member.edited", caller.memberId(), null, null, caller.memberId(), null));
        return view(caller, person);
    }

    private Person person(Caller caller) {
        var person = members.person(caller.memberId());
        if (person == null) throw Busy.because("Your accounts have become one at this moment. Look again.");
        return person;
    }

    private MeView view(Caller caller, Person person) {
        var standing = memberships.currentOf(caller.memberId()).stream()
                .map(membership -> MembershipView.of(
                        membership, groups.withId(membership.groupId()).path()))
                .toList();
        var expectedIn = contacts.expectedIn(caller.memberId()).stream()
                .map(group -> groups.withId(group).path())
                .toList();
        return MeView.of(caller.memberId(), person, standing, expectedIn);
    }
}
