package org.barnstorm.member;

import static org.barnstorm.authority.Capability.MEMBER_MANAGE;
import static org.barnstorm.authority.Capability.MEMBER_READ;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.authority.GroupRef;
import org.barnstorm.authority.SignIn;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.problem.Refusal;
import org.barnstorm.platform.problem.Refusal.Violation;
import org.barnstorm.platform.time.Timestamps;

/**
 * Invitations by e-mail address, for programs that know nothing else of a person. Who has an account is invited at once, who
 * has none when they sign in for the first time; each is asked, and nobody is a member before they say so. The answer is the
 * same in both cases: it does not tell whose address is known here.
 */
@ApplicationScoped
@Transactional
public class Signups {
    private final SignupRepository signups;
    private final MemberRepository members;
    private final MembershipRepository memberships;
    private final Groups groups;
    private final Authority authority;
    private final Journal journal;
    private final Clock clock;

    Signups(
            SignupRepository signups,
            MemberRepository members,
            MembershipRepository memberships,
            Groups groups,
            Authority authority,
            Journal journal,
            Clock clock) {
        this.signups = signups;
        this.members = members;
        this.memberships = memberships;
        this.groups = groups;
        this.authority = authority;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * A signup as its sender sees it.
     *
     * @param memberId null until the person is known; not to be told to whom the person is not shown
     */
    public record Entry(UUID id, UUID memberId, Instant createdAt, Instant modifiedAt) {
        private static Entry of(Signup signup) {
            return new Entry(signup.id(), signup.memberId(), signup.createdAt(), signup.modifiedAt());
        }
    }

    /** Invites whoever reads this address. Sent again it waits anew, and asks nobody a second time. */
    public Entry signUp(Caller caller, GroupPath path, String written) {
        var email = EmailAddress.of(written)
                .orElseThrow(() -> Refusal.invalid(List.of(
                        new Violation("/person/email_addresses", "Send an e-mail address; people are known by it."))));
        var group = groups.at(path);
        caller.require(MEMBER_MANAGE, path);
        signups.takeTurns(email);
        groups.requireOpen(group);
        var known = members.withEmail(email);
        var standing = known.flatMap(member -> memberships.lockCurrent(member, group.id()));
        var mandate = authority.holds(caller, MEMBER_MANAGE, group); // after the member: lock order
        var signup = put(group, email, caller.memberId(), mandate);
        if (known.isPresent() && signup.memberId() == null) {
            signup.match(known.get());
            if (standing.isEmpty()) invite(signup, group);
        }
        return Entry.of(signup);
    }

    private Signup put(GroupRef group, EmailAddress email, UUID by, UUID mandate) {
        var now = Timestamps.now(clock);
        var earlier = signups.of(group.id(), email);
        var signup = earlier.orElseGet(() -> new Signup(group.id(), email, by, mandate, now));
        if (earlier.isPresent()) signup.renew(mandate, now);
        else signups.persist(signup);
        var type = earlier.isPresent() ? "signup.renewed" : "signup.made";
        journal.append(new Event(type, signup.id(), group.id(), group.path().value(), by, mandate));
        return signup;
    }

    /** One of a group into which the caller may look. */
    public Optional<Entry> find(Caller caller, UUID id) {
        return signups.findByIdOptional(id)
                .filter(signup -> sees(caller, signup))
                .map(Entry::of);
    }

    private boolean sees(Caller caller, Signup signup) {
        var path = groups.withId(signup.groupId()).path();
        return caller.reaches(path) && (caller.may(MEMBER_READ, path) || caller.may(MEMBER_MANAGE, path));
    }

    /** Hands a new member what waited for them. The issuer has to say that the address is theirs. */
    void deliver(UUID memberId, SignIn who) {
        if (!who.emailVerified()) return;
        EmailAddress.of(who.email()).ifPresent(email -> {
            signups.takeTurns(email);
            for (var signup : signups.waiting(email, clock.instant().minus(Signup.KEPT))) {
                var group = groups.withId(signup.groupId());
                if (!groups.isOpen(group)) continue;
                signup.match(memberId);
                invite(signup, group);
            }
        });
    }

    /** In the name of who sent it, by the mandate under which they did. */
    private void invite(Signup signup, GroupRef group) {
        var invited = Membership.invited(signup.memberId(), group.id(), Timestamps.now(clock));
        memberships.persist(invited);
        journal.append(new Event(
                        "membership.invited",
                        invited.id(),
                        group.id(),
                        group.path().value(),
                        signup.createdBy(),
                        signup.mandateId())
                .with("member", invited.memberId())
                .with("status", invited.status()));
    }

    int forget() {
        return signups.forget(clock.instant().minus(Signup.KEPT));
    }
}
