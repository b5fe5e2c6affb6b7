package org.barnstorm.member;

import static org.barnstorm.authority.Capability.MEMBER_IMPORT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.barnstorm.authority.Authority;
import org.barnstorm.authority.Budget;
import org.barnstorm.authority.Budgets;
import org.barnstorm.authority.Caller;
import org.barnstorm.authority.GroupPath;
import org.barnstorm.group.Groups;
import org.barnstorm.platform.journal.Event;
import org.barnstorm.platform.journal.Journal;
import org.barnstorm.platform.paging.Slice;
import org.barnstorm.platform.paging.Window;
import org.barnstorm.platform.problem.Refusal;

/** Looking at whom a group expects, and forgetting them. */
@ApplicationScoped
@Transactional
class ContactService {
    private final ContactRepository contacts;
    private final Groups groups;
    private final Authority authority;
    private final Budgets budgets;
    private final Journal journal;

    ContactService(ContactRepository contacts, Groups groups, Authority authority, Budgets budgets, Journal journal) {
        this.contacts = contacts;
        this.groups = groups;
        this.authority = authority;
        this.budgets = budgets;
        this.journal = journal;
    }

    /** Each look counts: there is no saying whom one has seen before, because contacts come and go. */
    Slice<ContactView> list(Caller caller, GroupPath path, Window window) {
        var group = groups.at(path);
        caller.require(MEMBER_IMPORT, path);
        var found = contacts.inGroup(group.id(), window);
        budgets.spend(caller, Budget.PEOPLE, Math.min(found.size(), window.limit()), group);
        return Slice.of(
                window, found, contact -> List.of(contact.id().toString()), contact -> ContactView.of(contact, path));
    }

    /** Forgets somebody for good: no file brings them back into this group. */
    void forget(Caller caller, UUID id) {
        var contact = contacts.lock(id).orElseThrow(() -> Refusal.notFound("contact"));
        var group = groups.withId(contact.groupId());
        if (!caller.may(MEMBER_IMPORT, group.path())) throw Refusal.notFound("contact");
        var mandate = authority.holds(caller, MEMBER_IMPORT, group);
        contacts.forget(group.id(), List.of(contact.email()));
        contacts.object(group.id(), contact.email())
                .ifPresent(objection -> journal.append(new Event(
                        "objection.recorded",
                        objection,
                        group.id(),
                        group.path().value(),
                        caller.memberId(),
                        mandate)));
    }
}
